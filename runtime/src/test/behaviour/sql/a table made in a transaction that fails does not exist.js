import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    assert.throws(() => storage.transactionSync(() => {
      sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
      assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), [{ a: 1 }]);
      sql.exec('SELECT * FROM misspelled');
    }), 'Error', 'no such table: misspelled: SQLITE_ERROR');
    assert.throws(() => sql.exec('SELECT * FROM t'), 'Error', 'no such table: t: SQLITE_ERROR');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
