import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      await txn.setAlarm(5_000_000_000_000);
      txn.rollback();
    });
    return storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.run(), null);
}
