import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (outer) => {
      const inner = storage.transaction(async (txn) => {
        await txn.put('a', 1);
        await scheduler.wait(1);
        return 'inner';
      });
      await outer.put('b', 1);
      assert.equal(await inner, 'inner');
    });
    assert.equal((await storage.list()).size, 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
