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
  for (const time of [0, -5, 0.5, new Date(0)]) {
    await assert.rejects(object.set(time), 'TypeError', 'setAlarm() cannot be called with an alarm time <= 0');
  }
  assert.equal(await object.get(), null);
}
