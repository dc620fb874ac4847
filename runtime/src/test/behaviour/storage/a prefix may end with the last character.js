import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ '\u{10ffff}': 1, '\u{10ffff}x': 2, '\uffff': 3 });
    assert.equal((await storage.list({ prefix: '\u{10ffff}' })).size, 2);
    assert.equal((await storage.list({ prefix: '\uffff' })).size, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
