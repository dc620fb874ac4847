import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const row = sql.exec("SELECT 1 AS b, 'two' AS a, NULL AS c").one();
    assert.deepEqual(row, { b: 1, a: 'two', c: null });
    assert.equal(Object.getPrototypeOf(row), Object.prototype);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
