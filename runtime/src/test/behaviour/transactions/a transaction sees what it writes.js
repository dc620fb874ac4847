import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 0);
    await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      assert.equal(await txn.get('a'), 1);
      assert.equal(await storage.get('a'), 1);
      await txn.put('b', 2);
      assert.deepEqual(await txn.list(), new Map([['a', 1], ['b', 2]]));
      assert.deepEqual(await txn.get(['a', 'b', 'c']), new Map([['a', 1], ['b', 2]]));
      assert.equal(await txn.delete(['a', 'c']), 1);
      assert.equal(await txn.get('a'), undefined);
    });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
