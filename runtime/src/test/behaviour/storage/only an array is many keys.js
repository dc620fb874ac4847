import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('[object Set]', 'one');
    assert.equal(await storage.get(new Set(['a'])), 'one');
    assert.equal(await storage.delete(new Set(['a'])), true);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
