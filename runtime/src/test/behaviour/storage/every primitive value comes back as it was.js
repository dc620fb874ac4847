import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const values = [null, true, false, 0, -0, 1, -1, 1.5, 2 ** 31, 2 ** 53, 1e300, NaN, Infinity, -Infinity,
      '', 'text', '\u00e9\u4e16\u{1f600}', 0n, -1n, 123456789012345678901234567890n];
    for (const value of values) {
      await storage.put('a', value);
      assert.equal(await storage.get('a'), value);
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
