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

  const counter = await stub.counter(1);
  console.log(counter, stub, stub.counter, stub.counter(2));
  assert.equal(await counter.increment(1), 2);
}
