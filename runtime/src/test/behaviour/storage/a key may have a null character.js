import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ 'a\0b': 1, a: 2 });
    assert.equal(await storage.get('a\0b'), 1);
    assert.equal(await storage.get('a'), 2);
    assert.deepEqual([...(await storage.list({ startAfter: 'a' })).keys()], ['a\0b']);
    assert.equal(await storage.delete('a\0b'), true);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
