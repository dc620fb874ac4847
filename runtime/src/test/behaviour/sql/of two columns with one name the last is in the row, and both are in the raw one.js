import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const text = 'SELECT 1 AS a, 2 AS a, 3 AS b';
    assert.deepEqual(sql.exec(text).one(), { a: 2, b: 3 });
    const cursor = sql.exec(text);
    assert.deepEqual(cursor.columnNames, ['a', 'a', 'b']);
    assert.deepEqual(cursor.raw().toArray(), [[1, 2, 3]]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
