import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    const { storage } = this.ctx;
    await storage.setAlarm(5_000_000_000_000);
    const set = await storage.getAlarm();
    await storage.deleteAlarm();
    await storage.put('seen', [set, await storage.getAlarm()]);
  }
  async seen() {
    const seen = await this.ctx.storage.get('seen');
    return seen && [...seen, await this.ctx.storage.getAlarm()];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.seen()), [5_000_000_000_000, null, null]);
}
