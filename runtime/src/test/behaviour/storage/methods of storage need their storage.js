import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'Illegal invocation: function called with incorrect `this` reference. See https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.';
    const { get, put, list, sync, deleteAll, transaction, transactionSync } = storage;
    for (const method of [get, put, list, sync, deleteAll, transaction, transactionSync]) {
      assert.throws(() => method('a'), 'TypeError', message);
      assert.throws(() => method.call({}, 'a'), 'TypeError', message);
    }
    await put.call(storage, 'a', 1);
    assert.equal(await get.call(storage, 'a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
