import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  alarm() {}

  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      txn.rollback();
      const message = (operation) => `Cannot ${operation}() on rolled back transaction`;
      await assert.rejects(txn.get('a'), 'Error', message('get'));
      await assert.rejects(txn.put('a', 1), 'Error', message('put'));
      assert.throws(() => txn.delete('a'), 'Error', message('delete'));
      await assert.rejects(txn.list(), 'Error', message('list'));
      await assert.rejects(txn.getAlarm(), 'Error', message('getAlarm'));
      await assert.rejects(txn.setAlarm(Date.now() + 1e9), 'Error', message('setAlarm'));
      await assert.rejects(txn.deleteAlarm(), 'Error', message('deleteAlarm'));
      txn.rollback();
    });
    assert.equal((await storage.list()).size, 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
