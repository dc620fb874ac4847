import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  alarm() {}

  async test() {
    const { storage } = this.ctx;
    const txn = await storage.transaction((it) => it);
    const message = (operation) => `Cannot call ${operation}() on transaction that has already committed: did you move \`txn\` outside of the closure?`;
    await assert.rejects(txn.get('a'), 'Error', message('get'));
    await assert.rejects(txn.get(['a']), 'Error', message('get'));
    await assert.rejects(txn.put('a', 1), 'Error', message('put'));
    await assert.rejects(txn.put({ a: 1 }), 'Error', message('put'));
    assert.throws(() => txn.delete('a'), 'Error', message('delete'));
    await assert.rejects(txn.list(), 'Error', message('list'));
    await assert.rejects(txn.getAlarm(), 'Error', message('getAlarm'));
    await assert.rejects(txn.setAlarm(Date.now() + 1e9), 'Error', message('setAlarm'));
    await assert.rejects(txn.deleteAlarm(), 'Error', message('deleteAlarm'));
    assert.throws(() => txn.rollback(), 'Error', message('rollback'));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
