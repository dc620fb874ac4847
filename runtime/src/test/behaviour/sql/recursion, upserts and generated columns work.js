import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.deepEqual(sql.exec('WITH RECURSIVE c(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM c WHERE x < 4) SELECT x FROM c').raw().toArray(), [[1], [2], [3], [4]]);
    sql.exec('CREATE TABLE t (k PRIMARY KEY, n, twice AS (n * 2))');
    const put = 'INSERT INTO t (k, n) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET n = n + excluded.n';
    sql.exec(put, 'a', 1);
    sql.exec(put, 'a', 5);
    assert.deepEqual(sql.exec('SELECT * FROM t').one(), { k: 'a', n: 6, twice: 12 });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
