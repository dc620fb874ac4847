//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  #done = Promise.withResolvers();
  #disposed = false;
  make() {
    return {
      n: 1,
      [Symbol.dispose]: () => {
        this.#disposed = true;
        this.#done.resolve('disposed');
      },
    };
  }
  isDisposed() {
    return this.#disposed;
  }
  disposal() {
    return this.#done.promise;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const result = await stub.make();
  assert.equal(await stub.isDisposed(), false);
  assert.equal(typeof result[Symbol.dispose], 'function');
  result[Symbol.dispose]();
  assert.equal(await stub.disposal(), 'disposed');
}
