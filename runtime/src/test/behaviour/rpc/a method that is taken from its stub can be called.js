import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  add(a, b) {
    return a + b;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const { add } = stub;
  assert.equal(await add(1, 2), 3);
}
