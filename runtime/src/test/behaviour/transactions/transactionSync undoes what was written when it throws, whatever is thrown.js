import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    storage.kv.put('a', 0);
    let caught;
    try {
      storage.transactionSync(() => {
        storage.kv.put('a', 1);
        storage.put('b', 1);
        storage.sql.exec('CREATE TABLE t (x)');
        throw 'text';
      });
    } catch (reason) {
      caught = reason;
    }
    assert.equal(caught, 'text');
    assert.deepEqual(await storage.list(), new Map([['a', 0]]));
    storage.sql.exec('CREATE TABLE t (x)');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
