import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    let kept;
    await storage.transaction(async (txn) => { kept = txn; throw new Error('no'); }).catch(() => {});
    await assert.rejects(kept.get('a'), 'Error', 'Cannot get() on rolled back transaction');
    kept.rollback();
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
