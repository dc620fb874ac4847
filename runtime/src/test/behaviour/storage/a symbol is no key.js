import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'Cannot convert a Symbol value to a string';
    await assert.rejects(storage.get(Symbol('s')), 'TypeError', message);
    await assert.rejects(storage.get(['a', Symbol('s')]), 'TypeError', message);
    await assert.rejects(storage.put(Symbol('s'), 1), 'TypeError', message);
    assert.throws(() => storage.delete(Symbol('s')), 'TypeError', message);
    await assert.rejects(storage.list({ prefix: Symbol('s') }), 'TypeError', message);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
