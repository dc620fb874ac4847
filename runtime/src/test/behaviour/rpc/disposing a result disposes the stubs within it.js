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
  both() {
    this.target = new Target();
    return { target: this.target, name: 'both' };
  }
  async wasDisposed() {
    await this.target.done;
    return this.target.disposed;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const result = await stub.both();
  assert.equal(await result.target.ping(), 'pong');
  result[Symbol.dispose]();
  await assert.rejects(result.target.ping(), 'Error', 'RPC stub used after being disposed.');
  assert.equal(await stub.wasDisposed(), true);
}
