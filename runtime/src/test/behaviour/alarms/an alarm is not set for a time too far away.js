import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  set(time) {
    return this.ctx.storage.setAlarm(time);
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  for (const time of [9_223_372_036_855, 8.64e15, 1e19, new Date(8.64e15)]) {
    await assert.rejects(object.set(time), 'TypeError', "This API doesn't support dates after 2189.");
  }
  assert.equal(await object.get(), null);
}
