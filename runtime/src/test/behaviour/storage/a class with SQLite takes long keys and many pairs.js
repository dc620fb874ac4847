import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const long = 'k'.repeat(100_000);
    await storage.put(long, 1);
    assert.equal(await storage.get(long), 1);
    assert.equal(await storage.delete(long), true);
    const entries = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]));
    await storage.put(entries);
    assert.equal((await storage.get(Object.keys(entries))).size, 300);
    assert.equal(await storage.delete(Object.keys(entries)), 300);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
