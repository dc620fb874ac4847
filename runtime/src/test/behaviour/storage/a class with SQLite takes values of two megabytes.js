import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const value = new Uint8Array(2_000_000).fill(7);
    await storage.put('big', value);
    const got = await storage.get('big');
    assert.equal(got.byteLength, 2_000_000);
    assert.equal(got[1_999_999], 7);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
