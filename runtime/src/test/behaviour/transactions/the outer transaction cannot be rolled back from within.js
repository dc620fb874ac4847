import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (outer) => {
      await storage.transaction(async (inner) => {
        assert.throws(() => outer.rollback(), 'Error', 'Cannot roll back an outer transaction while a nested transaction is still running.');
        await inner.put('a', 1);
      });
    });
    assert.equal(await storage.get('a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
