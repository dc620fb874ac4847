import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (const key of 'abc') kv.put(key, 1);
    const message = 'kv.list() iterator was invalidated because a new call to kv.list() was started. Only one kv.list() iterator can exist at a time.';
    const first = kv.list();
    first.next();
    const second = kv.list();
    assert.throws(() => first.next(), 'Error', message);
    assert.deepEqual(second.next().value, ['a', 1]);
    storage.list();
    assert.throws(() => second.next(), 'Error', message);
    const third = kv.list();
    assert.equal([...third].length, 3);
    kv.list().next();
    assert.equal(third.next().done, true);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
