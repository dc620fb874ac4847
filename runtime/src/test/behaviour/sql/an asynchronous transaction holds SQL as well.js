import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  async test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    sql.exec('CREATE TABLE t (a)');
    await storage.transaction(async (txn) => {
      sql.exec('INSERT INTO t VALUES (1)');
      txn.rollback();
    });
    assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), []);
    await storage.transaction(async (txn) => {
      sql.exec('INSERT INTO t VALUES (2)');
      await txn.put('k', 'v');
    });
    assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), [{ a: 2 }]);
    assert.equal(await storage.get('k'), 'v');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
