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
  for (const time of [NaN, Infinity, -Infinity, new Date(NaN)]) {
    await assert.rejects(object.set(time), 'TypeError', 'The value cannot be converted because it is not a valid Date.');
  }
  assert.equal(await object.get(), null);
}
