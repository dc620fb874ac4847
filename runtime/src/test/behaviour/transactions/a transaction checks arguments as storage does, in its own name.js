import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    await storage.transaction(async (txn) => {
      const message = (method, index, type) => `Failed to execute '${method}' on 'DurableObjectTransaction': parameter ${index} is not of type '${type}'.`;
      await assert.rejects(txn.get(), 'TypeError', message('get', 1, 'string or Array'));
      await assert.rejects(txn.put('a', 1, 5), 'TypeError', message('put', 3, 'PutOptions'));
      assert.throws(() => txn.delete(), 'TypeError', message('delete', 1, 'string or Array'));
      await assert.rejects(txn.list(5), 'TypeError', message('list', 1, 'ListOptions'));
      await assert.rejects(txn.put('a'), 'TypeError', 'put() called with undefined value.');
      await assert.rejects(txn.list({ limit: -1 }), 'TypeError', 'List limit must be positive.');
      await assert.rejects(txn.put('a', () => 1), 'DataCloneError', '() => 1 could not be cloned.');
    });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
