import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (const key of ['a', 'ab', 'abc', 'b', 'c']) kv.put(key, key);
    const keys = (options) => [...kv.list(options)].map(([key]) => key).join(' ');
    assert.equal(keys(), 'a ab abc b c');
    assert.equal(keys(null), 'a ab abc b c');
    assert.equal(keys({ start: 'ab', end: 'c' }), 'ab abc b');
    assert.equal(keys({ startAfter: 'ab' }), 'abc b c');
    assert.equal(keys({ prefix: 'ab', reverse: true }), 'abc ab');
    assert.equal(keys({ reverse: true, limit: 2 }), 'c b');
    assert.equal(keys({ reverse: true, startAfter: 'a', end: 'c' }), 'b abc ab');
    assert.equal(keys({ limit: '1' }), 'a');
    assert.equal(keys({ start: 'c', end: 'a' }), '');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
