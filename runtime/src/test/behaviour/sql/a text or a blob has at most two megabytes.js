import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

const LIMIT = 2_097_152;

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const message = 'string or blob too big: SQLITE_TOOBIG';
    sql.exec('CREATE TABLE t (a, b)');
    sql.exec('INSERT INTO t (a) VALUES (?)', new Uint8Array(LIMIT - 100));
    sql.exec('UPDATE t SET a = ?', 'x'.repeat(LIMIT - 100));
    const tooBig = LIMIT * 4;
    assert.throws(() => sql.exec('INSERT INTO t (a) VALUES (?)', new Uint8Array(tooBig)), 'Error', message);
    assert.throws(() => sql.exec('INSERT INTO t (a) VALUES (?)', 'x'.repeat(tooBig)), 'Error', message);
    assert.throws(() => sql.exec(`SELECT length(zeroblob(${tooBig}))`).toArray(), 'Error', message);
    assert.throws(() => sql.exec(`INSERT INTO t (a) SELECT replace(hex(zeroblob(${LIMIT})), '0', 'xx')`), 'Error', message);
    assert.deepEqual(sql.exec('SELECT length(a) AS n FROM t').toArray(), [{ n: LIMIT - 100 }]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
