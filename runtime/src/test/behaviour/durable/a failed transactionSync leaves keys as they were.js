import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  test() {
    const { storage } = this.ctx;
    storage.kv.put('a', 1);
    assert.throws(() => storage.transactionSync(() => {
      storage.kv.put('a', 2);
      storage.kv.delete('b');
      assert.equal(storage.kv.get('a'), 2);
      throw new RangeError('no');
    }), 'RangeError', 'no');
    assert.equal(storage.kv.get('a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
