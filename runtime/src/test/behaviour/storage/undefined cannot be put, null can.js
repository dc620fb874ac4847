import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'put() called with undefined value.';
    await assert.rejects(storage.put('a'), 'TypeError', message);
    await assert.rejects(storage.put('a', undefined), 'TypeError', message);
    await assert.rejects(storage.put(undefined), 'TypeError', message);
    await storage.put('a', null);
    assert.equal(await storage.get('a'), null);
    assert.equal((await storage.get(['a'])).size, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
