import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (let i = 0; i < 2000; i++) kv.put(`k${String(i).padStart(4, '0')}`, i);
    assert.equal([...kv.list()].map(([, value]) => value).join(), Array.from({ length: 2000 }, (_, i) => i).join());
    assert.equal([...kv.list({ startAfter: 'k0999', limit: 500 })].length, 500);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
