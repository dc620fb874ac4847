import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ a: 1, b: 2, c: 3 });
    assert.equal(await storage.delete(['a', 'a', 'c', 'zz']), 2);
    assert.equal(await storage.delete([]), 0);
    assert.deepEqual([...(await storage.list()).keys()], ['b']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
