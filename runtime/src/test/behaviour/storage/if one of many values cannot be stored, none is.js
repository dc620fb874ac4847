import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await assert.rejects(storage.put({ a: 1, b: () => {}, c: 3 }), 'DataCloneError');
    await assert.rejects(storage.put({ a: 1, get b() { throw new RangeError('mine'); } }), 'RangeError', 'mine');
    assert.equal((await storage.list()).size, 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
