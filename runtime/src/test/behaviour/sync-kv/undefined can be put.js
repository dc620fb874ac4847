import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    assert.equal(kv.put('a', undefined), undefined);
    assert.equal(kv.get('a'), undefined);
    assert.deepEqual([...kv.list()], [['a', undefined]]);
    assert.equal((await storage.get(['a'])).has('a'), true);
    assert.equal(kv.delete('a'), true);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
