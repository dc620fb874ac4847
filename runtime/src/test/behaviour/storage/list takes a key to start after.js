import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    for (const key of ['a', 'aa', 'a\0', 'b', '\u00e9', '\u00e9a']) await storage.put(key, 0);
    const keys = async (options) => [...(await storage.list(options)).keys()];
    assert.deepEqual(await keys({ startAfter: 'a', end: 'b' }), ['a\0', 'aa']);
    assert.deepEqual(await keys({ startAfter: 'ab' }), ['b', '\u00e9', '\u00e9a']);
    assert.deepEqual(await keys({ startAfter: '\u00e9' }), ['\u00e9a']);
    assert.deepEqual(await keys({ start: undefined, startAfter: 'b' }), ['\u00e9', '\u00e9a']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
