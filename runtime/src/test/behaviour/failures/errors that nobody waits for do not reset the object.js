//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  memory = 0;
  async start() {
    setTimeout(() => {
      throw new Error('of a timer');
    }, 1);
    Promise.reject(new Error('of a promise'));
    this.ctx.waitUntil(Promise.reject(new Error('of waitUntil')));
    this.memory = 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  get() {
    return this.memory;
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await stub.start();
  assert.equal(await stub.get(), 1);
}
