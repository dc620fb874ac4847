import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'Cannot call deleteAll() within a transaction';
    await storage.put('a', 1);
    await storage.transaction(async (txn) => {
      assert.throws(() => txn.deleteAll(), 'Error', message);
      await assert.rejects(storage.deleteAll(), 'Error', message);
    });
    const txn = await storage.transaction((it) => it);
    assert.throws(() => txn.deleteAll(), 'Error', message);
    assert.equal(await storage.get('a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
