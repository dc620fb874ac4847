import { DurableObject, RpcTarget } from 'cloudflare:workers';

export class Subject extends DurableObject {
  store() {
    return this.ctx.storage.put('k', new (class Target extends RpcTarget {})());
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  await assert.rejects(stub.store(), 'DataCloneError');
}
