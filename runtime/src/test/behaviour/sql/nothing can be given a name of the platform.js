import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    for (const text of ['CREATE TABLE _cf_x (a)', 'CREATE TABLE IF NOT EXISTS "_CF_x" (a)', 'ALTER TABLE t RENAME TO _cf_t', 'CREATE INDEX _cf_i ON t (a)', 'CREATE VIEW _cf_v AS SELECT 1']) {
      assert.throws(() => sql.exec(text), 'Error', 'not authorized: SQLITE_AUTH');
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
