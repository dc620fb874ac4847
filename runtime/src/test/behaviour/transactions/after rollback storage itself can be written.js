import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      txn.rollback();
      await storage.put('b', 2);
    });
    assert.deepEqual(await storage.list(), new Map([['b', 2]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
