import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.equal(sql.exec('SELECT 9007199254740993 AS n').one().n, 9007199254740992);
    assert.equal(sql.exec('SELECT 1.5 AS n').one().n, 1.5);
    assert.equal(sql.exec('SELECT 1e400 AS n').one().n, Infinity);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
