import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)');
    const seen = [];
    for (const { a } of sql.exec('SELECT a FROM t')) {
      seen.push(a);
      if (seen.length < 3) sql.exec('INSERT INTO t VALUES (?)', a + 10);
    }
    assert.deepEqual(seen, [1, 2, 3, 11, 12]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
