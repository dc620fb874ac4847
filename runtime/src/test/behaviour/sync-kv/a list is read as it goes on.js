import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (const key of 'abcdef') kv.put(key, 1);
    const list = kv.list();
    assert.deepEqual(list.next(), { done: false, value: ['a', 1] });
    kv.put('bb', 2);
    kv.delete('c');
    storage.put('d', 3);
    assert.deepEqual([...list], [['b', 1], ['bb', 2], ['d', 3], ['e', 1], ['f', 1]]);
    assert.deepEqual(list.next(), { done: true, value: undefined });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
