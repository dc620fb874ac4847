import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    try {
      storage.transactionSync(() => {
        storage.setAlarm(5_000_000_000_000);
        throw new Error('undo');
      });
    } catch {}
    return storage.getAlarm();
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  assert.equal(await object.run(), null);
}
