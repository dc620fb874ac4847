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
  const stub = new RpcStub(new Counter(4));
  assert.equal(await stub.increment(5), 9);
  const plain = new RpcStub({ sum: (a, b) => a + b, name: 'calculator' });
  assert.equal(await plain.sum(1, 2), 3);
  assert.equal(await plain.name, 'calculator');
  const callable = new RpcStub(Object.assign((n) => n + 1, { own: 'x' }));
  assert.equal(await callable(1), 2);
  assert.equal(await callable.own, 'x');
}
