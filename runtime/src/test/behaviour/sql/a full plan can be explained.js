import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a)');
    assert.equal(sql.exec('EXPLAIN QUERY PLAN SELECT * FROM t').one().detail, 'SCAN t');
    assert.equal(sql.exec('EXPLAIN SELECT 1').next().value.opcode, 'Init');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
