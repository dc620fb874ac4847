import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const name = (i) => `key${String(i).padStart(5, '0')}`;
    for (let i = 2999; i >= 0; i--) storage.put(name(i), i);
    const all = await storage.list();
    assert.equal(all.size, 3000);
    assert.equal([...all.keys()].join(), Array.from({ length: 3000 }, (_, i) => name(i)).join());
    assert.deepEqual([...(await storage.list({ start: name(1500), limit: 3 })).values()], [1500, 1501, 1502]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
