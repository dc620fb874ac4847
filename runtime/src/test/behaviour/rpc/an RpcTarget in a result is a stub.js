import { DurableObject, RpcTarget, RpcStub } from 'cloudflare:workers';

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

  const counter = await stub.counter(5);
  assert.equal(await counter.increment(2), 7);
  assert.equal(await counter.increment(3), 10);
  assert.equal(await counter.value, 10);
  assert(counter instanceof RpcStub);
}
