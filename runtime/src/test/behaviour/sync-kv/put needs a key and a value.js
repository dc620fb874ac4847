import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv } = storage;
    const message = (method, index, type) => `Failed to execute '${method}' on 'SyncKvStorage': parameter ${index} is not of type '${type}'.`;
    assert.throws(() => kv.put(), 'TypeError', message('put', 1, 'string'));
    assert.throws(() => kv.put('a'), 'TypeError', message('put', 2, 'Value'));
    assert.throws(() => kv.put({ a: 1 }), 'TypeError', message('put', 2, 'Value'));
    assert.throws(() => kv.get(), 'TypeError', message('get', 1, 'string'));
    assert.throws(() => kv.delete(), 'TypeError', message('delete', 1, 'string'));
    assert.equal((await storage.list()).size, 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
