import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    const timer = sleep(0).then(() => order.push('timer'));
    for (let i = 0; i < 300; i++) {
      await this.ctx.storage.get(`k${i}`);
      await this.ctx.storage.put(`k${i}`, i);
      await this.ctx.storage.delete(`k${i}`);
    }
    order.push('storage');
    await timer;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['storage', 'timer']);
}
