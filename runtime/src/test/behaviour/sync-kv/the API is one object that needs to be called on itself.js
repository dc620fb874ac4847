import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    assert(storage.kv === storage.kv);
    assert.equal(String(storage.kv), '[object SyncKvStorage]');
    assert.throws(() => new storage.kv.constructor(), 'TypeError', 'Illegal constructor');
    const { get } = storage.kv;
    assert.throws(() => get('a'), 'TypeError', 'Illegal invocation: function called with incorrect `this` reference. See https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
