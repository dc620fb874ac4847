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
    return { target: new Target() };
  }
  plain() {
    return { a: 1 };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  let kept;
  {
    using result = await stub.both();
    kept = result.target;
    assert.equal(await kept.ping(), 'pong');
  }
  await assert.rejects(kept.ping(), 'Error', 'RPC stub used after being disposed.');
  {
    using plain = await stub.plain();
    assert.equal(plain.a, 1);
  }
}
