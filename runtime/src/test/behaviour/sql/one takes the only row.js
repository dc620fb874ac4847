import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    assert.throws(() => sql.exec('SELECT * FROM t').one(), 'Error', 'Expected exactly one result from SQL query, but got no results.');
    sql.exec('INSERT INTO t VALUES (1)');
    assert.deepEqual(sql.exec('SELECT * FROM t').one(), { a: 1 });
    sql.exec('INSERT INTO t VALUES (2)');
    assert.throws(() => sql.exec('SELECT * FROM t').one(), 'Error', 'Expected exactly one result from SQL query, but got multiple results.');
    sql.exec('DROP TABLE t');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
