//! {"$variants": ["disk", "memory"]}
import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Target extends RpcTarget {
  disposed = false;
  #done = Promise.withResolvers();
  get done() {
    return this.#done.promise;
  }
  ping() {
    return 'pong';
  }
  [Symbol.dispose]() {
    this.disposed = true;
    this.#done.resolve();
  }
}

export class Subject extends DurableObject {
  keep(target) {
    this.kept = target.dup();
  }
  again() {
    return this.kept.ping();
  }
  drop() {
    this.kept[Symbol.dispose]();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const target = new Target();
  await stub.keep(target);
  assert.equal(await stub.again(), 'pong');
  assert.equal(target.disposed, false);
  await stub.drop();
  await target.done;
}
