import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    sql.exec('CREATE TABLE t (i); INSERT INTO t VALUES (1)');
    const i = () => sql.exec('SELECT i FROM t').one().i;
    storage.transactionSync(() => {
      sql.exec('UPDATE t SET i = 2');
      assert.throws(() => storage.transactionSync(() => {
        sql.exec('UPDATE t SET i = 3');
        throw new Error('inner');
      }), 'Error', 'inner');
      assert.equal(i(), 2);
    });
    assert.equal(i(), 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
