import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    assert.throws(() => sql.exec('INSERT INTO t VALUES (1); SELEC'), 'Error', 'near "SELEC": syntax error at offset 0: SQLITE_ERROR');
    assert.equal(sql.exec('SELECT count(*) AS n FROM t').one().n, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
