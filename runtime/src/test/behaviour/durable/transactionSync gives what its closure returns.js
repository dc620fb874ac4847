import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  test() {
    const { storage } = this.ctx;
    assert.equal(storage.transactionSync(() => 5), 5);
    assert.equal(storage.transactionSync(() => storage.transactionSync(() => 7)), 7);
    assert.throws(() => storage.transactionSync(5), 'TypeError', "Failed to execute 'transactionSync' on 'DurableObjectStorage': parameter 1 is not of type 'function'.");
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
