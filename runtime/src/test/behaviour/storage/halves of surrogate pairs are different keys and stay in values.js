import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put('\ud800', 1);
    await storage.put('\udc00', 2);
    await storage.put('\ufffd', 3);
    assert.equal(await storage.get('\ud800'), 1);
    assert.equal(await storage.get('\udc00'), 2);
    assert.equal(await storage.get('\ufffd'), 3);
    await storage.put('text', 'x\ud800');
    assert.equal((await storage.get('text')).charCodeAt(1), 0xd800);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
