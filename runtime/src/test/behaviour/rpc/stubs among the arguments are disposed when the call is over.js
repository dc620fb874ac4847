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
  use(target) {
    this.kept = target;
    return target.ping();
  }
  again() {
    return this.kept.ping();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const target = new Target();
  assert.equal(await stub.use(target), 'pong');
  await target.done;
  assert.equal(target.disposed, true);
  await assert.rejects(stub.again(), 'Error', 'RPC stub used after being disposed.');
}
