import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)');
    const cursor = sql.exec('SELECT a FROM t');
    cursor.next();
    assert.throws(() => sql.exec('DROP TABLE t'), 'Error', 'database table is locked: SQLITE_LOCKED');
    assert.deepEqual(cursor.toArray(), [{ a: 2 }, { a: 3 }]);
    sql.exec('DROP TABLE t');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
