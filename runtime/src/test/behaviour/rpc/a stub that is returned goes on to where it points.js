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
  echo(value) {
    return value;
  }
  relay(other) {
    return other.counter();
  }
  counter() {
    return new Counter(10);
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const counter = new Counter(1);
  const back = await stub.echo(counter);
  assert.equal(await back.increment(1), 2);
  assert.equal(counter.value, 2);
  const far = env.OBJECTS.getByName('far');
  const through = await stub.relay(far);
  assert.equal(await through.increment(5), 15);
}
