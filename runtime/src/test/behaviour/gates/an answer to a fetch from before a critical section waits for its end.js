import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  fetch() {
    return new Response('hello');
  }
  async order() {
    const order = [];
    const call = this.env.OBJECTS.getByName('other').fetch('http://x/').then((response) => order.push(response.status));
    await this.ctx.blockConcurrencyWhile(async () => {
      await sleep(50);
      order.push('section');
    });
    await call;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['section', 200]);
}
