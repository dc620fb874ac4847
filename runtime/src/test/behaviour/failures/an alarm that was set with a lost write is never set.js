import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  setAndAbort() {
    this.ctx.storage.setAlarm(Date.now() + 60_000);
    this.ctx.abort('enough');
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('x').setAndAbort(), 'Error', 'enough');
  assert.equal(await env.OBJECTS.getByName('x').get(), null);
}
