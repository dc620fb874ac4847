import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)');
    const cursor = sql.exec('SELECT a FROM t');
    const counts = [cursor.rowsRead];
    while (!cursor.next().done) counts.push(cursor.rowsRead);
    assert.deepEqual(counts, [1, 2, 3, 3]);
    assert.equal(sql.exec('SELECT 1').rowsRead, 0);
    assert.equal(cursor.rowsWritten, 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
