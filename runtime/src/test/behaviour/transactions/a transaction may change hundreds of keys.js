import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      for (let i = 0; i < 300; i++) txn.put(`k${i}`, i);
    });
    assert.equal((await storage.list()).size, 300);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
