//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const value = { when: new Date(5), map: new Map([[1, new Set([2])]]), bytes: new Uint8Array([1, 2]) };
    await storage.put({ b: value, a: 1, '\u{1f600}': 2, '\uffff': 3 });
    assert.deepEqual([...(await storage.list()).keys()], ['a', 'b', '\uffff', '\u{1f600}']);
    const got = await storage.get('b');
    assert.equal(got.when.getTime(), 5);
    assert.deepEqual(got.map.get(1), new Set([2]));
    assert.deepEqual(got.bytes, new Uint8Array([1, 2]));
    assert.equal(await storage.delete(['a', 'b', 'c']), 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
