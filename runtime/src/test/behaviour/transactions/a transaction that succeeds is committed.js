import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      await txn.put({ b: 2, c: 3 });
      assert.equal(await txn.delete('c'), true);
    });
    assert.deepEqual(await storage.list(), new Map([['a', 1], ['b', 2]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
