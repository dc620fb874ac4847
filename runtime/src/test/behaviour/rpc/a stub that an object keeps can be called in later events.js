//! {"$variants": ["disk", "memory"]}
import { DurableObject, RpcTarget } from 'cloudflare:workers';

class Counter extends RpcTarget {
  #n = 0;
  #disposed;
  constructor(disposed) {
    super();
    this.#disposed = disposed;
  }
  next() {
    return ++this.#n;
  }
  [Symbol.dispose]() {
    this.#disposed();
  }
}

export class Subject extends DurableObject {
  disposed = 0;
  make() {
    return new Counter(() => this.disposed++);
  }
  count() {
    return this.disposed;
  }
  async keep() {
    this.object = this.env.OBJECTS.getByName('owner');
    this.counter = await this.object.make();
    this.late = this.object.make();
    this.next = (await this.object.make()).next;
  }
  use() {
    return Promise.all([this.counter.next(), this.late.next(), this.next(), this.object.count()]);
  }
  async give() {
    this.counter[Symbol.dispose]();
    let message;
    try {
      await this.counter.next();
    } catch (error) {
      message = error.message;
    }
    return message;
  }
}

export async function behaviour(assert, env) {
  const holder = env.OBJECTS.getByName('holder');
  await holder.keep();
  assert.deepEqual(await holder.use(), [1, 1, 1, 0]);
  assert.deepEqual(await holder.use(), [2, 2, 2, 0]);
  assert.equal(await holder.give(), 'RPC stub used after being disposed.');
}
