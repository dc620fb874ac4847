import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    assert.throws(() => sql.exec('INSERT INTO t VALUES (?); SELECT 1', 1), 'Error',
      'When executing multiple SQL statements in a single call, only the last statement can have parameters.');
    sql.exec('INSERT INTO t VALUES (1); INSERT INTO t VALUES (?)', 2);
    assert.equal(sql.exec('SELECT count(*) AS n FROM t').one().n, 2);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
