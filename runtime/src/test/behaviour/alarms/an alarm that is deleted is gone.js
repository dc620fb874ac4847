import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    await storage.setAlarm(5_000_000_000_000);
    const deleted = await storage.deleteAlarm();
    return [deleted, await storage.getAlarm()];
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [undefined, null]);
}
