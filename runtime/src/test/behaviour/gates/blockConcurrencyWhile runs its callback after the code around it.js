import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async order() {
    const order = [];
    const done = this.ctx.blockConcurrencyWhile(async () => {
      order.push('callback');
    });
    order.push('code');
    Promise.resolve().then(() => order.push('microtask'));
    await done;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['code', 'microtask', 'callback']);
}
