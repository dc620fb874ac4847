import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 0);
    await assert.rejects(storage.transaction(async (txn) => {
      await txn.put('a', 1);
      txn.rollback();
      throw new RangeError('after');
    }), 'RangeError', 'after');
    assert.equal(await storage.get('a'), 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
