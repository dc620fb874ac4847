import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 1);
    const listed = storage.list();
    const got = storage.get('b');
    storage.put('b', 2);
    storage.delete('a');
    assert.deepEqual(await listed, new Map([['a', 1]]));
    assert.equal(await got, undefined);
    assert.deepEqual(await storage.list(), new Map([['b', 2]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
