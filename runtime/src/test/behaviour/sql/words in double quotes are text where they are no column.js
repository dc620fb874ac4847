import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.deepEqual(sql.exec('SELECT "foo" AS a').one(), { a: 'foo' });
    sql.exec('CREATE TABLE t (foo); INSERT INTO t VALUES (1)');
    assert.deepEqual(sql.exec('SELECT "foo" AS a, "bar" AS b FROM t').one(), { a: 1, b: 'bar' });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
