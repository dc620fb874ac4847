import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const key = 'k'.repeat(5000);
    storage.kv.put(key, 1);
    assert.equal(storage.kv.get(key), 1);
    assert.equal(await storage.get(key), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
