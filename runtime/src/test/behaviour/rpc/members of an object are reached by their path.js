import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  get tools() {
    return { double: (n) => n * 2, deeper: { text: 'below', join: (a, b) => `${a}-${b}` } };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  assert.equal(await stub.tools.double(4), 8);
  assert.equal(await stub.tools.deeper.text, 'below');
  assert.equal(await stub.tools.deeper.join('a', 'b'), 'a-b');
}
