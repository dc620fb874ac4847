import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    await storage.put('key', 1);
    await storage.setAlarm(5_000_000_000_000);
    await storage.deleteAll();
    return [await storage.get('key'), await storage.getAlarm()];
  }
  get() {
    return this.ctx.storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [undefined, null]);
  assert.equal(await object.get(), null);
}
