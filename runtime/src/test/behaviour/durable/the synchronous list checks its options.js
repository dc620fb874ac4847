import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  test() {
    const { storage } = this.ctx;
    assert.throws(() => storage.kv.list({ limit: 0 }), 'TypeError', 'List limit must be positive.');
    assert.throws(() => storage.kv.list({ start: 'a', startAfter: 'b' }), 'TypeError', 'list() cannot be called with both start and startAfter values.');
    assert.throws(() => storage.kv.list(5), 'TypeError', "Failed to execute 'list' on 'SyncKvStorage': parameter 1 is not of type 'ListOptions'.");
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
