//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 0);
    await assert.rejects(storage.transaction(async (txn) => {
      await txn.put('a', 1);
      assert.equal(await txn.get('a'), 1);
      throw new RangeError('no');
    }), 'RangeError', 'no');
    assert.equal(await storage.get('a'), 0);
    await storage.transaction(async (txn) => {
      await txn.put('a', 2);
      await txn.put('b', 2);
    });
    await storage.transaction(async (txn) => {
      await txn.delete('b');
      txn.rollback();
    });
    assert.deepEqual(await storage.list(), new Map([['a', 2], ['b', 2]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
