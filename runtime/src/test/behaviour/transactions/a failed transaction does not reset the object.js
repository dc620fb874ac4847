import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    this.memory = 'kept';
    await assert.rejects(storage.transaction(async () => { throw new Error('no'); }), 'Error', 'no');
    assert.equal(this.memory, 'kept');
    await storage.put('a', 1);
    assert.equal(await storage.get('a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
