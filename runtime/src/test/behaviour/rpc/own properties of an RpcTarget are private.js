import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Target extends RpcTarget {
  own = 1;
  get shown() {
    return this.own;
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
  await assert.rejects(target.own, 'TypeError', 'The RPC receiver does not implement the method "own".');
  assert.equal(await target.shown, 1);
}
