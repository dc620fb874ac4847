import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.put({ a: 0, b: 0 });
    await assert.rejects(storage.transaction(async (txn) => {
      await txn.put('a', 1);
      await txn.delete('b');
      await txn.put('c', 1);
      throw new RangeError('no');
    }), 'RangeError', 'no');
    assert.deepEqual(await storage.list(), new Map([['a', 0], ['b', 0]]));
    await assert.rejects(storage.transaction(() => { throw new EvalError('at once'); }), 'EvalError', 'at once');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
