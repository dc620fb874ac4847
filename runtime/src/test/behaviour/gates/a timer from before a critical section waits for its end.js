import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    const timer = sleep(1).then(() => order.push('timer'));
    await this.ctx.blockConcurrencyWhile(async () => {
      await sleep(30);
      order.push('section');
    });
    await timer;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['section', 'timer']);
}
