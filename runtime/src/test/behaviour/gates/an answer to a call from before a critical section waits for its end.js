import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  hello() {
    return 'hello';
  }
  async order() {
    const order = [];
    const call = this.env.OBJECTS.getByName('other').hello().then((text) => order.push(text));
    await this.ctx.blockConcurrencyWhile(async () => {
      await sleep(50);
      order.push('section');
    });
    await call;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['section', 'hello']);
}
