import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  begin() {
    this.ctx.waitUntil(scheduler.wait(5).then(() => this.ctx.storage.put('done', true)));
    return 'begun';
  }
  async done() {
    return this.ctx.storage.get('done');
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('a');
  assert.equal(await stub.begin(), 'begun');
  while ((await stub.done()) !== true) await scheduler.wait(5);
}
