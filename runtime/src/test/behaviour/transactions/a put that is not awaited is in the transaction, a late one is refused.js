import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    let late;
    await storage.transaction((txn) => {
      txn.put('a', 1);
      late = scheduler.wait(1).then(() => txn.put('b', 1));
    });
    await assert.rejects(late, 'Error', 'Cannot call put() on transaction that has already committed: did you move `txn` outside of the closure?');
    assert.deepEqual([...(await storage.list()).keys()], ['a']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
