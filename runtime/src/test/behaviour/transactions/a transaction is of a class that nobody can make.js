import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      assert.equal(String(txn), '[object DurableObjectTransaction]');
      assert.throws(() => new txn.constructor(), 'TypeError', 'Illegal constructor');
      assert.equal(typeof DurableObjectTransaction, 'undefined');
      assert.deepEqual(Object.keys(txn), []);
      assert.deepEqual(Object.getOwnPropertyNames(Object.getPrototypeOf(txn)).sort(), ['constructor', 'delete', 'deleteAlarm', 'deleteAll', 'get', 'getAlarm', 'list', 'put', 'rollback', 'setAlarm']);
    });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
