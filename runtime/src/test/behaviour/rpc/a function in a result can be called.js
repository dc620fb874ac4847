import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  adder(n) {
    return (m) => n + m;
  }
  tools() {
    return { plus: (a, b) => a + b };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const adder = await stub.adder(5);
  assert.equal(await adder(3), 8);
  assert.equal(await adder(4), 9);
  const { plus } = await stub.tools();
  assert.equal(await plus(1, 2), 3);
}
