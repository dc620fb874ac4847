import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.equal(sql.exec('SELECT round(sqrt(16) + pi() + pow(2, 3), 2) AS n').one().n, 15.14);
    assert.equal(sql.exec("SELECT date('2026-01-31', '+1 month') AS d").one().d, '2026-03-03');
    assert.equal(sql.exec("SELECT group_concat(v, '-') AS s FROM (VALUES (1), (2)) AS t(v)".replace('AS t(v)', '').replace('v, ', 'column1, ')).one().s, '1-2');
    assert.deepEqual(sql.exec('SELECT column1 AS v, row_number() OVER (ORDER BY column1 DESC) AS n FROM (VALUES (1), (2)) ORDER BY v').toArray(), [{ v: 1, n: 2 }, { v: 2, n: 1 }]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
