//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async wait() {
    return new Promise((resolve) => {
      this.resolve = resolve;
    });
  }
  resolveIt() {
    return this.ctx.blockConcurrencyWhile(async () => this.resolve('resolved'));
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  const waiting = stub.wait();
  await stub.resolveIt();
  assert.equal(await waiting, 'resolved');
}
