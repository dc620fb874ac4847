import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const run = (key, fails) => storage.transaction(async (txn) => {
      await txn.put(key, 1);
      await scheduler.wait(1);
      if (fails) throw new Error('no');
    }).catch(() => {});
    await Promise.all([run('a', false), run('b', true), run('c', false)]);
    assert.deepEqual([...(await storage.list()).keys()], ['a', 'c']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
