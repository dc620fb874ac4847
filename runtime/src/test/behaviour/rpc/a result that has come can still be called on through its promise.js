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
  wrapped(start) {
    return { count: start, counter: new Counter(start) };
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const promise = stub.wrapped(5);
  await promise;
  assert.equal(await promise.counter.increment(1), 6);
  assert.equal(await promise.count, 5);
  const direct = stub.counter(1);
  await direct;
  assert.equal(await direct.increment(1), 2);
}
