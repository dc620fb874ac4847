import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    storage.put('a', 1);
    const failing = storage.transaction(async (txn) => {
      await txn.put('b', 1);
      throw new Error('no');
    }).catch(() => {});
    storage.put('c', 1);
    await failing;
    assert.deepEqual(await storage.list(), new Map([['a', 1], ['c', 1]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
