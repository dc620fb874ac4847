import { DurableObject, RpcTarget, RpcStub, RpcPromise, RpcProperty } from 'cloudflare:workers';

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

  const property = stub.counter;
  const promise = stub.counter(1);
  assert(property instanceof RpcProperty);
  assert(promise instanceof RpcPromise);
  assert((await promise) instanceof RpcStub);
  assert.equal(typeof property, 'function');
  assert.equal(typeof promise, 'function');
}
