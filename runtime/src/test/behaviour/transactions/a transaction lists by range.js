import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ a: 1, b: 2, c: 3 });
    await storage.transaction(async (txn) => {
      await txn.put('bb', 4);
      await txn.delete('c');
      assert.deepEqual([...(await txn.list({ startAfter: 'a', reverse: true, limit: 5 })).keys()], ['bb', 'b']);
      assert.deepEqual([...(await txn.list({ prefix: 'b', end: 'bb' })).keys()], ['b']);
    });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
