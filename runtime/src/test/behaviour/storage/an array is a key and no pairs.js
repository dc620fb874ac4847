import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await assert.rejects(storage.put(['x', 'y']), 'TypeError', 'put() called with undefined value.');
    await storage.put(['x', 'y'], 1);
    assert.equal(await storage.get('x,y'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
