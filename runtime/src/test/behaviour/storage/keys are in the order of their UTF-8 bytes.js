import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const keys = ['', '\u0001', '10', '9', 'B', 'Z', 'a', 'a\0', 'aa', '~', '\u00e9', '\uffff', '\u{10000}', '\u{1f600}'];
    for (const key of keys.toReversed()) await storage.put(key, 0);
    assert.deepEqual([...(await storage.list()).keys()], keys);
    assert.deepEqual([...(await storage.list({ reverse: true })).keys()], keys.toReversed());
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
