import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    await this.ctx.blockConcurrencyWhile(async () => {
      order.push('outer begins');
      const timer = sleep(1).then(() => order.push('timer of the outer one'));
      await this.ctx.blockConcurrencyWhile(async () => {
        order.push('inner begins');
        await sleep(20);
        order.push('inner ends');
      });
      await timer;
      order.push('outer ends');
    });
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), [
    'outer begins', 'inner begins', 'inner ends', 'timer of the outer one', 'outer ends',
  ]);
}
