import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE INDEX i ON t (b)');
    assert.deepEqual(sql.exec('PRAGMA table_info(t)').toArray().map((column) => column.name), ['a', 'b']);
    assert.deepEqual(sql.exec('PRAGMA main.index_list(t)').one().name, 'i');
    assert.deepEqual(sql.exec("SELECT name FROM pragma_table_info('t')").raw().toArray(), [['a'], ['b']]);
    assert.deepEqual(sql.exec('PRAGMA foreign_keys').one(), { foreign_keys: 1 });
    assert.deepEqual(sql.exec('PRAGMA quick_check').one(), { quick_check: 'ok' });
    assert.deepEqual(sql.exec('PRAGMA foreign_key_check').toArray(), []);
    sql.exec('PRAGMA optimize');
    for (const on of ['true', 'on', 'YES', '1', "'true'", '"yes"']) {
      sql.exec('PRAGMA recursive_triggers = off');
      sql.exec(`PRAGMA recursive_triggers = ${on}`);
      assert.deepEqual(sql.exec('PRAGMA recursive_triggers').one(), { recursive_triggers: 1 });
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
