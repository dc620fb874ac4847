import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a)');
    assert.deepEqual(sql.exec("INSERT INTO t (a) VALUES ('x'), ('y') RETURNING id, a").toArray(), [{ id: 1, a: 'x' }, { id: 2, a: 'y' }]);
    assert.deepEqual(sql.exec("UPDATE t SET a = 'z' RETURNING id").toArray(), [{ id: 1 }, { id: 2 }]);
    assert.equal(sql.exec("SELECT count(*) AS n FROM t WHERE a = 'z'").one().n, 2);
    assert.deepEqual(sql.exec('SELECT last_insert_rowid() AS id').one(), { id: 2 });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
