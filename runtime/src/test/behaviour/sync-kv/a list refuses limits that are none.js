import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    for (const limit of [0, -1, NaN, null, 'x']) {
      assert.throws(() => kv.list({ limit }), 'TypeError', 'List limit must be positive.');
    }
    assert.throws(() => kv.list({ limit: 2 ** 31 }), 'TypeError', 'Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    assert.throws(() => kv.list('a'), 'TypeError', "Failed to execute 'list' on 'SyncKvStorage': parameter 1 is not of type 'ListOptions'.");
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
