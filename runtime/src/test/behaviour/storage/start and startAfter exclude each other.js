import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'list() cannot be called with both start and startAfter values.';
    await assert.rejects(storage.list({ start: 'a', startAfter: 'a' }), 'TypeError', message);
    await assert.rejects(storage.list({ start: null, startAfter: '' }), 'TypeError', message);
    await assert.rejects(storage.list({ start: 'a', startAfter: 'a', limit: 0 }), 'TypeError', message);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
