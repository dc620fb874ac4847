import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(5_000_000_000_000);
  await object.set(5_000_000_000_007);
  assert.equal(await object.get(), 5_000_000_000_007);
  await object.set(4_999_999_999_993);
  assert.equal(await object.get(), 4_999_999_999_993);
}
