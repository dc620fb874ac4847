import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    assert.equal(await storage.transaction(async () => 5), 5);
    assert.equal(await storage.transaction(() => 6), 6);
    assert.equal(await storage.transaction(() => ({ then: (resolve) => resolve(7) })), 7);
    assert.equal(await storage.transaction(async () => {}), undefined);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
