import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    const seen = await storage.transaction(async (txn) => {
      await txn.setAlarm(5_000_000_000_000);
      return txn.getAlarm();
    });
    return [seen, await storage.getAlarm()];
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), [5_000_000_000_000, 5_000_000_000_000]);
}
