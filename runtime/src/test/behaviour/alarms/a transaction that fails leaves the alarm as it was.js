import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    await storage.setAlarm(5_000_000_000_000);
    const failed = storage.transaction(async (txn) => {
      await txn.deleteAlarm();
      throw new RangeError('enough');
    });
    const error = await failed.catch((e) => e.message);
    return [error, await storage.getAlarm()];
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.deepEqual(await object.run(), ['enough', 5_000_000_000_000]);
}
