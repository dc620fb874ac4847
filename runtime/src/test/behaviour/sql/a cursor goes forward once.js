import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)');
    const cursor = sql.exec('SELECT a FROM t');
    assert.deepEqual(cursor.next(), { done: false, value: { a: 1 } });
    assert.deepEqual([...cursor], [{ a: 2 }, { a: 3 }]);
    assert.deepEqual(cursor.next(), { done: true, value: undefined });
    assert.deepEqual(cursor.toArray(), []);
    assert.deepEqual(cursor.columnNames, ['a']);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
