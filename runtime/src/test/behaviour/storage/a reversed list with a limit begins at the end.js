import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    for (const key of 'abcdef') await storage.put(key, key);
    const keys = async (options) => [...(await storage.list({ reverse: true, ...options })).keys()].join('');
    assert.equal(await keys({}), 'fedcba');
    assert.equal(await keys({ limit: 2 }), 'fe');
    assert.equal(await keys({ start: 'b', end: 'e' }), 'dcb');
    assert.equal(await keys({ start: 'b', end: 'e', limit: 1 }), 'd');
    assert.equal(await keys({ startAfter: 'b', end: 'e', limit: 5 }), 'dc');
    assert.equal(await keys({ prefix: 'c' }), 'c');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
