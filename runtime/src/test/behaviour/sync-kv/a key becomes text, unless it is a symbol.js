import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    kv.put(5, 'five');
    kv.put(null, 'nil');
    kv.put(undefined, 'nothing');
    assert.equal(kv.get('5'), 'five');
    assert.equal(kv.get(null), 'nil');
    assert.equal(kv.get(undefined), 'nothing');
    assert.equal(kv.get(['5']), 'five');
    assert.throws(() => kv.get(Symbol('s')), 'TypeError', 'Cannot convert a Symbol value to a string');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
