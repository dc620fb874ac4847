import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('', 5);
    assert.equal(await storage.get(''), 5);
    assert.deepEqual([...(await storage.list()).keys()], ['']);
    assert.equal(await storage.delete(''), true);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
