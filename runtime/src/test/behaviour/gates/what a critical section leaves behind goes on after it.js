import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    let left;
    await this.ctx.blockConcurrencyWhile(async () => {
      left = sleep(20).then(() => order.push('left behind'));
      order.push('section');
    });
    order.push('after it');
    await left;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['section', 'after it', 'left behind']);
}
