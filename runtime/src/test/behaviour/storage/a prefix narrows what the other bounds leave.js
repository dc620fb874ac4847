import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ o: 0, p1a: 1, p1b: 2, p1c: 3, p2: 4 });
    const keys = async (options) => [...(await storage.list({ prefix: 'p1', ...options })).keys()].join(' ');
    assert.equal(await keys({}), 'p1a p1b p1c');
    assert.equal(await keys({ start: 'a' }), 'p1a p1b p1c');
    assert.equal(await keys({ start: 'p1b' }), 'p1b p1c');
    assert.equal(await keys({ start: 'p2' }), '');
    assert.equal(await keys({ startAfter: 'p1b' }), 'p1c');
    assert.equal(await keys({ end: 'p1c' }), 'p1a p1b');
    assert.equal(await keys({ end: 'p1' }), '');
    assert.equal(await keys({ end: 'a' }), '');
    assert.equal(await keys({ end: 'z' }), 'p1a p1b p1c');
    assert.equal((await storage.list({ prefix: '' })).size, 5);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
