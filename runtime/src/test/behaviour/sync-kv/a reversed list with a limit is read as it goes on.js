import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (const key of 'abcdef') kv.put(key, 1);
    const list = kv.list({ reverse: true, limit: 3 });
    assert.deepEqual(list.next().value, ['f', 1]);
    kv.put('dd', 2);
    kv.delete('e');
    assert.deepEqual([...list], [['dd', 2], ['d', 1]]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
