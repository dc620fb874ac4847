//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = (size) => `Keys cannot be larger than 2048 bytes. A key of size ${size} was provided.`;
    await storage.put('k'.repeat(2048), 1);
    assert.equal(await storage.get('k'.repeat(2048)), 1);
    await assert.rejects(storage.put('k'.repeat(2049), 1), 'RangeError', message(2049));
    await assert.rejects(storage.put({ a: 1, ['\u00e9'.repeat(1025)]: 1 }), 'RangeError', message(2050));
    await assert.rejects(storage.get('k'.repeat(2049)), 'RangeError', message(2049));
    await assert.rejects(storage.get(['a', 'k'.repeat(3000)]), 'RangeError', message(3000));
    await assert.rejects((async () => storage.delete('k'.repeat(2049)))(), 'RangeError', message(2049));
    assert.equal((await storage.list()).size, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
