import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ b: 2, a: 1, c: 3 });
    const found = await storage.get(['c', 'zz', 'b', 'b', 'a']);
    assert(found instanceof Map);
    assert.deepEqual(found, new Map([['a', 1], ['b', 2], ['c', 3]]));
    assert.deepEqual(await storage.get([]), new Map());
    assert.deepEqual(await storage.get([['a']]), new Map([['a', 1]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
