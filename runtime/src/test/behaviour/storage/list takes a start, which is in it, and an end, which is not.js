import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    for (const key of 'abcdef') await storage.put(key, key);
    const keys = async (options) => [...(await storage.list(options)).keys()].join('');
    assert.equal(await keys({ start: 'b', end: 'e' }), 'bcd');
    assert.equal(await keys({ start: 'bb', end: 'ee' }), 'cde');
    assert.equal(await keys({ start: 'e' }), 'ef');
    assert.equal(await keys({ end: 'b' }), 'a');
    assert.equal(await keys({ start: 'c', end: 'c' }), '');
    assert.equal(await keys({ start: 'd', end: 'c' }), '');
    assert.equal(await keys({ end: '' }), '');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
