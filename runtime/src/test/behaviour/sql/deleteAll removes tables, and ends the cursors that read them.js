import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  async test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)');
    const cursor = sql.exec('SELECT a FROM t');
    cursor.next();
    await storage.deleteAll();
    assert.throws(() => sql.exec('SELECT * FROM t'), 'Error', 'no such table: t: SQLITE_ERROR');
    sql.exec('CREATE TABLE t (b)');
    assert.deepEqual(sql.exec('SELECT * FROM t').columnNames, ['b']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
