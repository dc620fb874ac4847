import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'put() may only be called with a single key-value pair and optional options as put(key, value, options) or with multiple key-value pairs and optional options as put(entries, options)';
    for (const value of [1, 'x', true]) await assert.rejects(storage.put({ a: 1 }, value), 'TypeError', message);
    await assert.rejects(storage.put(new Date(0), 1), 'TypeError', message);
    await assert.rejects(storage.put(() => {}, 1), 'TypeError', message);
    assert.equal((await storage.list()).size, 0);
    await storage.put({ a: 1 }, { allowUnconfirmed: true });
    await storage.put({ b: 1 }, undefined, { allowUnconfirmed: true });
    await storage.put({ c: 1 }, null);
    assert.equal((await storage.list()).size, 3);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
