import { RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

class Counter extends RpcTarget {
  #n;
  constructor(n) {
    super();
    this.#n = n;
  }
  increment(by) {
    return (this.#n += by);
  }
}

export class Named extends WorkerEntrypoint {
  counter(n) {
    return new Counter(n);
  }
}

export async function behaviour(assert, env, ctx) {
  assert.equal(await env.NAMED.counter(12).increment(3), 15);
  const counter = env.NAMED.counter(1);
  assert.deepEqual(await Promise.all([counter.increment(1), counter.increment(1)]), [2, 3]);
}
