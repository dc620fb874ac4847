import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (outer) => {
      await outer.put('a', 1);
      await storage.transaction(async (inner) => {
        await inner.put('a', 2);
        await inner.put('b', 2);
        throw new Error('no');
      }).catch(() => {});
      assert.equal(await outer.get('a'), 1);
      await outer.put('c', 3);
    });
    assert.deepEqual(await storage.list(), new Map([['a', 1], ['c', 3]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
