import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const written = (text) => {
      const cursor = sql.exec(text);
      cursor.toArray();
      return cursor.rowsWritten;
    };
    sql.exec('CREATE TABLE t (a, b UNIQUE); CREATE INDEX i ON t (a)');
    assert.equal(written('INSERT INTO t VALUES (1, 1)'), 3);
    assert.equal(written('INSERT INTO t VALUES (2, 2), (3, 3)'), 6);
    assert.equal(written('UPDATE t SET a = 8'), 6);
    assert.equal(written('DELETE FROM t WHERE b = 1'), 1);
    assert.equal(written('SELECT * FROM t'), 0);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
