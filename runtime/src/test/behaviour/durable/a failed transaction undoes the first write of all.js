import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    assert.throws(() => storage.transactionSync(() => {
      storage.kv.put('a', 1);
      throw new Error('no');
    }), 'Error', 'no');
    assert.equal(storage.kv.get('a'), undefined);
    storage.kv.put('a', 2);
    assert.equal(await storage.get('a'), 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
