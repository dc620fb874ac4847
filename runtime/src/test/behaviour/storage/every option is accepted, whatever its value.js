import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('a', 1, { allowConcurrency: 'yes', allowUnconfirmed: 1, noCache: null, more: true });
    assert.equal(await storage.get('a', { allowConcurrency: true, noCache: true }), 1);
    assert.equal((await storage.get(['a'], { noCache: 0 })).size, 1);
    assert.equal((await storage.list({ allowConcurrency: {}, noCache: [] })).size, 1);
    assert.equal(await storage.delete('a', { allowUnconfirmed: true }), true);
    await storage.deleteAll({ allowUnconfirmed: true });
    await storage.sync({ any: 'thing' });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
