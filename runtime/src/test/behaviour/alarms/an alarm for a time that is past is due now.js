import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async set(time) {
    const { storage } = this.ctx;
    const before = Date.now();
    storage.setAlarm(time);
    const stored = await storage.getAlarm();
    return stored >= before && stored <= Date.now();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.set(Date.now() - 1000), true);
  assert.equal(await object.set(1), true);
  assert.equal(await object.set(new Date(1.5)), true);
}
