import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  alarm() {}

  async test() {
    const { storage } = this.ctx;
    const time = Date.now() + 1e9;
    await storage.setAlarm(time);
    assert.throws(() => storage.transactionSync(() => {
      storage.setAlarm(time + 5000);
      throw new Error('no');
    }), 'Error', 'no');
    assert.equal(await storage.getAlarm(), time);
    await storage.deleteAlarm();
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
