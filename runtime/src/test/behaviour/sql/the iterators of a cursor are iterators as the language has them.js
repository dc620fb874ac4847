import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const rows = sql.exec('SELECT 1 AS a UNION ALL SELECT 2')[Symbol.iterator]();
    assert.equal(Object.prototype.toString.call(rows), '[object RowIterator]');
    assert.deepEqual(rows.map((row) => row.a * 10).toArray(), [10, 20]);
    const raw = sql.exec('SELECT 1 AS a UNION ALL SELECT 2').raw();
    assert.equal(Object.prototype.toString.call(raw), '[object RawIterator]');
    assert(raw[Symbol.iterator]() === raw);
    assert.deepEqual(raw.take(1).toArray(), [[1]]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
