import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      await storage.sync();
    });
    assert.equal(await storage.get('a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
