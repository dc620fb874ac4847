import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  alarm() {}

  async test() {
    const { storage } = this.ctx;
    const [first, second] = [Date.now() + 1e9, Date.now() + 2e9];
    await storage.setAlarm(first);
    await storage.transaction(async (txn) => {
      await txn.setAlarm(second);
      assert.equal(await txn.getAlarm(), second);
      throw new Error('no');
    }).catch(() => {});
    assert.equal(await storage.getAlarm(), first);
    await storage.transaction(async (txn) => {
      await txn.deleteAlarm();
      assert.equal(await storage.getAlarm(), null);
      txn.rollback();
    });
    assert.equal(await storage.getAlarm(), first);
    await storage.transaction((txn) => txn.setAlarm(second));
    assert.equal(await storage.getAlarm(), second);
    await storage.deleteAlarm();
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
