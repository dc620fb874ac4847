import { DurableObject } from 'cloudflare:workers';
import { eventually } from './eventually.js';

export class Subject extends DurableObject {
  async set(time) {
    await this.ctx.storage.setAlarm(time);
  }
  async alarm() {
    const { storage } = this.ctx;
    const seen = [];
    await storage.transaction(async (txn) => {
      seen.push(await txn.getAlarm());
      await txn.setAlarm(5_000_000_000_000);
      seen.push(await txn.getAlarm());
      txn.rollback();
    });
    seen.push(await storage.getAlarm());
    await storage.put('seen', seen);
  }
  async seen() {
    const seen = await this.ctx.storage.get('seen');
    return seen && [...seen, await this.ctx.storage.getAlarm()];
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  await object.set(Date.now());
  assert.deepEqual(await eventually(() => object.seen()), [null, 5_000_000_000_000, null, null]);
}
