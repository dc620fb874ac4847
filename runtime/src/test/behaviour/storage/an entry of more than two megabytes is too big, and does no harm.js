import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'string or blob too big: SQLITE_TOOBIG';
    await storage.put('a', 1);
    await assert.rejects(storage.put('a', new Uint8Array(2 * 1024 * 1024)), 'Error', message);
    await assert.rejects(storage.put('x'.repeat(2 * 1024 * 1024), 1), 'Error', message);
    await assert.rejects(storage.put({ b: 1, c: new Uint8Array(2 * 1024 * 1024) }), 'Error', message);
    assert.throws(() => storage.kv.put('a', new Uint8Array(2 * 1024 * 1024)), 'Error', message);
    assert.deepEqual(await storage.list(), new Map([['a', 1]]));
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
