import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 1);
    assert.equal(await storage.get('a'), 1);
    assert.equal(await storage.get('b'), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
