//! {"$variants": ["disk", "memory"]}
import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  order = [];
  section() {
    return this.ctx.blockConcurrencyWhile(async () => {
      this.order.push('section begins');
      await sleep(30);
      this.order.push('section ends');
    });
  }
  note(n) {
    this.order.push(n);
  }
  get() {
    return this.order;
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await Promise.all([stub.section(), stub.note(1), stub.note(2), stub.note(3)]);
  assert.deepEqual(await stub.get(), ['section begins', 'section ends', 1, 2, 3]);
}
