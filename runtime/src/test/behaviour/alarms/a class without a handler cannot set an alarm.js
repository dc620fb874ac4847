import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  set(time) {
    return this.ctx.storage.setAlarm(time);
  }
  async others() {
    await this.ctx.storage.deleteAlarm();
    return this.ctx.storage.getAlarm();
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const message = 'Your Durable Object class must have an alarm() handler in order to call setAlarm()';
  await assert.rejects(object.set(5e12), 'TypeError', message);
  await assert.rejects(object.set(0), 'TypeError', 'setAlarm() cannot be called with an alarm time <= 0');
  assert.equal(await object.others(), null);
}
