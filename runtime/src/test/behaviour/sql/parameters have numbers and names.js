import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.deepEqual(sql.exec('SELECT ?2 AS a, ?1 AS b', 1, 2).one(), { a: 2, b: 1 });
    assert.deepEqual(sql.exec('SELECT :x AS a, @y AS b, $z AS c, :x AS d', 1, 2, 3).one(), { a: 1, b: 2, c: 3, d: 1 });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
