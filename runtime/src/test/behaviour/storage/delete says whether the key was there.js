import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', null);
    assert.equal(await storage.delete('a'), true);
    assert.equal(await storage.delete('a'), false);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
