//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('text', 'x'.repeat(131_072));
    await storage.put('bytes', new Uint8Array(131_072));
    assert.equal((await storage.get('text')).length, 131_072);
    const message = 'Values cannot be larger than 131072 bytes. A value of size 131206 was provided.';
    await assert.rejects(storage.put('a', 'x'.repeat(131_200)), 'RangeError', message);
    await assert.rejects(storage.put({ b: 1, a: 'x'.repeat(131_200) }), 'RangeError', message);
    assert.equal((await storage.list()).size, 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
