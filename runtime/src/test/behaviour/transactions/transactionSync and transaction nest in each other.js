import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      assert.throws(() => storage.transactionSync(() => {
        storage.kv.put('a', 2);
        throw new Error('no');
      }), 'Error', 'no');
      assert.equal(await txn.get('a'), 1);
    });
    let later;
    storage.transactionSync(() => {
      later = storage.transaction((txn) => txn.put('b', 1));
    });
    await later;
    assert.deepEqual(await storage.list(), new Map([['a', 1], ['b', 1]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
