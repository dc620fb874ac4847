import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  test() {
    const { storage } = this.ctx;
    assert.throws(() => storage.kv.get(), 'TypeError', "Failed to execute 'get' on 'SyncKvStorage': parameter 1 is not of type 'string'.");
    assert.throws(() => storage.kv.put(), 'TypeError', "Failed to execute 'put' on 'SyncKvStorage': parameter 1 is not of type 'string'.");
    storage.kv.put(5, 'five');
    assert.equal(storage.kv.get('5'), 'five');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
