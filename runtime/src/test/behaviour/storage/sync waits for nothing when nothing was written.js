import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    assert.equal(await storage.sync(), undefined);
    storage.put('a', 1);
    storage.put('b', 1, { allowUnconfirmed: true });
    assert.equal(await storage.sync(), undefined);
    assert.equal((await storage.list()).size, 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
