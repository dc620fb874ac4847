//! {"compatibility_date": "2025-12-01"}
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
  const twin = counter.dup();
  assert.equal(await stub.bump(counter, 4), 5);
  await assert.rejects(counter.increment(1), 'Error', 'RPC stub used after being disposed.');
  assert.equal(await twin.increment(1), 6);
}
