import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    kv.put('a', 1);
    assert.equal(kv.delete('a'), true);
    assert.equal(kv.delete('a'), false);
    assert.equal(kv.delete(['a', 'b']), false);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
