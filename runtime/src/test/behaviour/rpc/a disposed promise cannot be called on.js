import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Counter extends RpcTarget {
  #count;
  constructor(start) {
    super();
    this.#count = start;
  }
  increment(by) {
    this.#count += by;
    return this.#count;
  }
  get value() {
    return this.#count;
  }
}

export class Subject extends DurableObject {
  counter(start) {
    return new Counter(start);
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const promise = stub.counter(1);
  promise[Symbol.dispose]();
  await assert.rejects(promise.increment(1), 'Error', 'RPC promise used after being disposed.');
}
