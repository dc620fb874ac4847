import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    kv.put('a', 1);
    const list = kv.list();
    assert.equal(list[Symbol.iterator](), list);
    assert.equal(String(list), '[object ListIterator]');
    assert.equal(list instanceof Iterator, true);
    assert.deepEqual(list.map(([key, value]) => key + value).toArray(), ['a1']);
    assert.deepEqual(new Map(kv.list()), new Map([['a', 1]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
