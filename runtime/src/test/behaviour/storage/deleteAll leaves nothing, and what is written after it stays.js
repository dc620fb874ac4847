import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ a: 1, b: 2 });
    storage.put('c', 3);
    storage.deleteAll();
    storage.put('d', 4);
    assert.deepEqual(await storage.list(), new Map([['d', 4]]));
    assert.equal(await storage.deleteAll(), undefined);
    assert.equal((await storage.list()).size, 0);
    await storage.deleteAll();
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
