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

export class Subject extends DurableObject {}

export async function behaviour(assert, env, ctx) {
  const stub = new RpcStub(new Counter(1));
  const twin = stub.dup();
  stub[Symbol.dispose]();
  await assert.rejects(stub.increment(1), 'Error', 'RPC stub used after being disposed.');
  assert.equal(await twin.increment(1), 2);
}
