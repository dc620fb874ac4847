import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const cursor = sql.exec('SELECT 1, 2 UNION ALL SELECT 3, 4');
    const raw = cursor.raw();
    assert.deepEqual(raw.next(), { done: false, value: [1, 2] });
    assert.deepEqual([...raw], [[3, 4]]);
    assert.deepEqual(sql.exec("SELECT x'01' AS b, NULL").raw().toArray().map(([b, n]) => [b.byteLength, n]), [[1, null]]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
