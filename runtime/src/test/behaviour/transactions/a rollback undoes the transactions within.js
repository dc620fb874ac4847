import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (outer) => {
      await storage.transaction(async (inner) => { await inner.put('a', 1); });
      assert.equal(await outer.get('a'), 1);
      outer.rollback();
    });
    assert.equal(await storage.get('a'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
