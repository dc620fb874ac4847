import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { ctx } = this;
    assert.equal(await storage.transaction(async () => ctx.blockConcurrencyWhile(async () => 5)), 5);
    assert.equal(await ctx.blockConcurrencyWhile(async () => storage.transaction(async (txn) => { await txn.put('a', 1); return 6; })), 6);
    assert.equal(await storage.get('a'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
