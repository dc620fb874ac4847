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
  async wrapped(start) {
    return { count: start, counter: new Counter(start) };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  assert.equal(await stub.counter(12).increment(3), 15);
  assert.equal(await stub.wrapped(5).counter.increment(7), 12);
  assert.equal(await stub.wrapped(5).count, 5);
  const pending = stub.counter(0);
  const results = await Promise.all([pending.increment(1), pending.increment(1), pending.increment(1)]);
  assert.deepEqual(results, [1, 2, 3]);
}
