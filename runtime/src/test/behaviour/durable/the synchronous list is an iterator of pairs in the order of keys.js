import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  test() {
    const { storage } = this.ctx;
    for (const key of ['b', 'a', 'ab', 'c']) storage.kv.put(key, key.toUpperCase());
    assert.deepEqual([...storage.kv.list()], [['a', 'A'], ['ab', 'AB'], ['b', 'B'], ['c', 'C']]);
    assert.deepEqual([...storage.kv.list({ prefix: 'a', reverse: true })], [['ab', 'AB'], ['a', 'A']]);
    assert.deepEqual([...storage.kv.list({ startAfter: 'a', end: 'c', limit: 1 })], [['ab', 'AB']]);
    assert.equal(Object.prototype.toString.call(storage.kv.list()), '[object ListIterator]');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
