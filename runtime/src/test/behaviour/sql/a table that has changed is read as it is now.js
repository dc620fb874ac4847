import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (?)', 1);
    assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), [{ a: 1 }]);
    sql.exec('ALTER TABLE t ADD COLUMN b');
    assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), [{ a: 1, b: null }]);
    sql.exec('ALTER TABLE t RENAME COLUMN a TO c');
    assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), [{ c: 1, b: null }]);
    sql.exec('ALTER TABLE t DROP COLUMN b; ALTER TABLE t RENAME TO u');
    assert.deepEqual(sql.exec('SELECT * FROM u').toArray(), [{ c: 1 }]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
