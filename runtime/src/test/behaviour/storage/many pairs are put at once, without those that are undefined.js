import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ b: 2, a: 1, none: undefined, n: null });
    assert.deepEqual(await storage.list(), new Map([['a', 1], ['b', 2], ['n', null]]));
    await storage.put({ none: undefined });
    await storage.put({});
    assert.equal((await storage.list()).size, 3);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
