import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    storage.transactionSync(() => {
      storage.kv.put('a', 1);
      assert.throws(() => storage.transactionSync(() => {
        storage.kv.put('a', 2);
        storage.transactionSync(() => storage.kv.put('b', 3));
        assert.equal(storage.kv.get('b'), 3);
        throw new Error('no');
      }), 'Error', 'no');
      assert.equal(storage.kv.get('b'), undefined);
    });
    assert.deepEqual(await storage.list(), new Map([['a', 1]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
