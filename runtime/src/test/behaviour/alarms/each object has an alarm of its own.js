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
  const [one, two, three] = ['one', 'two', 'three'].map((name) => env.OBJECTS.getByName(name));
  await one.set(5_000_000_000_000);
  await two.set(5_000_000_000_001);
  assert.deepEqual(await Promise.all([one.get(), two.get(), three.get()]), [5_000_000_000_000, 5_000_000_000_001, null]);
}
