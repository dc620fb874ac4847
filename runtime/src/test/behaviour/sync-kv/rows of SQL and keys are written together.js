import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const { kv, sql } = storage;
    sql.exec('CREATE TABLE t (x)');
    kv.put('n', 1);
    sql.exec('INSERT INTO t VALUES (1)');
    assert.throws(() => storage.transactionSync(() => {
      kv.put('n', 2);
      sql.exec('INSERT INTO t VALUES (2)');
      throw new Error('no');
    }), 'Error', 'no');
    assert.equal(kv.get('n'), 1);
    assert.equal(sql.exec('SELECT count(*) AS n FROM t').one().n, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
