import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    const fails = (text, message) => assert.throws(() => sql.exec(text), 'Error', message);
    fails('SELECT nope FROM t', 'no such column: nope at offset 7: SQLITE_ERROR');
    fails('SELECT t.nope FROM t', 'no such column: t.nope at offset 7: SQLITE_ERROR');
    fails("SELECT 'é', nope", 'no such column: nope at offset 13: SQLITE_ERROR');
    fails('SELECT nofunction(1)', 'no such function: nofunction at offset 7: SQLITE_ERROR');
    fails('SELECT abs()', 'wrong number of arguments to function abs() at offset 7: SQLITE_ERROR');
    fails('SELECT a FROM t x JOIN t y', 'ambiguous column name: a at offset 7: SQLITE_ERROR');
    fails('SELECT * FROM nope', 'no such table: nope: SQLITE_ERROR');
    fails('INSERT INTO t (b) VALUES (1)', 'table t has no column named b: SQLITE_ERROR');
    fails('CREATE TABLE t (a)', 'table t already exists at offset 13: SQLITE_ERROR');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
