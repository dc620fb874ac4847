import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.set(5_000_000_000_000), 5_000_000_000_000);
  assert.equal(await object.set(new Date(4_999_999_999_000)), 4_999_999_999_000);
}
