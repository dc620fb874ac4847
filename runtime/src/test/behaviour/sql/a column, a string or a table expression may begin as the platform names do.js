import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  async test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    await storage.put('key', 'value');
    sql.exec('CREATE TABLE t (_cf_column TEXT)');
    sql.exec("INSERT INTO t VALUES ('_cf_KV')");
    assert.deepEqual(sql.exec('SELECT _cf_column FROM t').one(), { _cf_column: '_cf_KV' });
    assert.deepEqual(sql.exec('WITH _cf_KV AS (SELECT 5 AS a) SELECT * FROM _cf_KV').one(), { a: 5 });
    assert.deepEqual(sql.exec("SELECT 1 AS n WHERE '_cf_KV' IN (SELECT _cf_column FROM t)").one(), { n: 1 });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
