import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put(5, 'five');
    await storage.put(true, 'yes');
    await storage.put(null, 'nil');
    await storage.put(undefined, 'nothing');
    await storage.put(7n, 'seven');
    assert.deepEqual([...(await storage.list()).keys()], ['5', '7', 'null', 'true', 'undefined']);
    assert.equal(await storage.get(5), 'five');
    assert.equal(await storage.get({ toString: () => 'true' }), 'yes');
    assert.equal(await storage.get(null), 'nil');
    assert.equal(await storage.get(undefined), 'nothing');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
