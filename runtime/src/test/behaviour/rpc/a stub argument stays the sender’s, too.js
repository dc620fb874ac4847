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
  bump(counter, by) {
    return counter.increment(by);
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const counter = new RpcStub(new Counter(1));
  assert.equal(await stub.bump(counter, 4), 5);
  assert.equal(await counter.increment(1), 6);
}
