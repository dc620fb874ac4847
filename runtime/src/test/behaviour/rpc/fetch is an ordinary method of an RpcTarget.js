import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Target extends RpcTarget {
  fetch(a, b) {
    return `${a} and ${b}`;
  }
}

export class Subject extends DurableObject {
  target() {
    return new Target();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const target = await stub.target();
  assert.equal(await target.fetch(1, 2), '1 and 2');
}
