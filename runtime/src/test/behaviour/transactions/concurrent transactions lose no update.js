import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('n', 0);
    await Promise.all(Array.from({ length: 8 }, () => storage.transaction(async (txn) => {
      const n = await txn.get('n');
      await scheduler.wait(1);
      await txn.put('n', n + 1);
    })));
    assert.equal(await storage.get('n'), 8);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
