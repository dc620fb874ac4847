//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const keys = Array.from({ length: 129 }, (_, i) => `k${i}`);
    const entries = Object.fromEntries(keys.map((key) => [key, 1]));
    const message = 'Maximum number of key value pairs is 128. 129 pairs were provided.';
    await assert.rejects(storage.put(entries), 'RangeError', message);
    await assert.rejects(storage.get(keys), 'RangeError', message);
    await assert.rejects((async () => storage.delete(keys))(), 'RangeError', message);
    delete entries.k128;
    await storage.put(entries);
    assert.equal((await storage.get(keys.slice(0, 128))).size, 128);
    assert.equal(await storage.delete(keys.slice(0, 128)), 128);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
