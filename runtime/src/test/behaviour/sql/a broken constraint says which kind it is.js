import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a UNIQUE, b NOT NULL, CHECK (a <> 99)); INSERT INTO t VALUES (1, 1)');
    const fails = (text, message) => assert.throws(() => sql.exec(text), 'Error', message);
    fails('INSERT INTO t VALUES (1, 1)', 'UNIQUE constraint failed: t.a: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)');
    fails('INSERT INTO t VALUES (2, NULL)', 'NOT NULL constraint failed: t.b: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_NOTNULL)');
    fails('INSERT INTO t VALUES (99, 1)', 'CHECK constraint failed: a <> 99: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_CHECK)');
    fails("INSERT INTO t (rowid, a, b) VALUES ('x', 3, 3)", 'datatype mismatch: SQLITE_MISMATCH');
    assert.equal(sql.exec('SELECT count(*) AS n FROM t').one().n, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
