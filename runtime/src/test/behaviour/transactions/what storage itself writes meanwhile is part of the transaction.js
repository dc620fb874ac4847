import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      await storage.put('b', 2);
      storage.kv.put('c', 3);
      throw new Error('no');
    }).catch(() => {});
    assert.equal((await storage.list()).size, 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
