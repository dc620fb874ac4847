import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await assert.rejects(storage.put('a', { get x() { throw new RangeError('mine'); } }), 'RangeError', 'mine');
    assert.equal(await storage.get('a'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
