import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    const before = sql.databaseSize;
    assert.equal(before % 4096, 0);
    sql.exec('INSERT INTO t VALUES (zeroblob(20000))');
    assert.equal(sql.databaseSize, before + 4 * 4096);
    sql.exec('DROP TABLE t');
    assert.equal(sql.databaseSize, before - 4096);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
