//! {"$variants": ["disk", "hibernated"]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 1);
    const first = await storage.getCurrentBookmark();
    assert(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/.test(first), first);
    await storage.put('a', 2);
    const second = await storage.getCurrentBookmark();
    assert(first < second, `${first} ${second}`);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
