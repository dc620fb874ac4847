import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const first = sql.exec('SELECT 1 AS a UNION ALL SELECT 2');
    const second = sql.exec('SELECT 1 AS a UNION ALL SELECT 2');
    assert.deepEqual(first.next().value, { a: 1 });
    assert.deepEqual(second.toArray(), [{ a: 1 }, { a: 2 }]);
    assert.deepEqual(first.toArray(), [{ a: 2 }]);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
