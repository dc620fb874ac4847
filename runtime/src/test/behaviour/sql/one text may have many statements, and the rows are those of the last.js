import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const rows = sql.exec(`
      CREATE TABLE t (a);
      INSERT INTO t VALUES (1), (2);
      SELECT a FROM t ORDER BY a;
    `).toArray();
    assert.deepEqual(rows, [{ a: 1 }, { a: 2 }]);
    assert.deepEqual(sql.exec('SELECT 1; ; SELECT 2').toArray(), [{ 2: 2 }]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
