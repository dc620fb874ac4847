import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const options = { get noCache() { throw new RangeError('mine'); } };
    await assert.rejects(storage.put('a', 1, options), 'RangeError', 'mine');
    await assert.rejects(storage.get('a', options), 'RangeError', 'mine');
    assert.equal(await storage.get('a'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
