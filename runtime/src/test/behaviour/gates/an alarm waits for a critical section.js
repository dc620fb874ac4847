import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async start() {
    await this.ctx.storage.put('order', []);
    return this.ctx.blockConcurrencyWhile(async () => {
      await this.ctx.storage.setAlarm(Date.now());
      await sleep(60);
      await this.note('section ends');
    });
  }
  async note(text) {
    await this.ctx.storage.put('order', [...(await this.ctx.storage.get('order')), text]);
  }
  alarm() {
    return this.note('alarm');
  }
  get() {
    return this.ctx.storage.get('order');
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await stub.start();
  let order;
  do order = await stub.get();
  while (order.length < 2);
  assert.deepEqual(order, ['section ends', 'alarm']);
}
