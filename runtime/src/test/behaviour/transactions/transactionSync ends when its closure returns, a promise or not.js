import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const promise = storage.transactionSync(async () => {
      storage.kv.put('a', 1);
      await scheduler.wait(1);
      storage.kv.put('b', 1);
      throw new Error('late');
    });
    assert(promise instanceof Promise);
    await assert.rejects(promise, 'Error', 'late');
    assert.deepEqual([...(await storage.list()).keys()], ['a', 'b']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
