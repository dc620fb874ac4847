import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    for (let i = 0; i < 10; i++) storage.put('a', i);
    storage.delete('a');
    storage.put('a', 'last');
    storage.put('b', 1);
    storage.delete(['b']);
    assert.deepEqual(await storage.list(), new Map([['a', 'last']]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
