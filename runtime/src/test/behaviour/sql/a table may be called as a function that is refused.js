import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE mode (a); INSERT INTO mode (a) VALUES (1)');
    assert.deepEqual(sql.exec('WITH median(m) AS (SELECT a FROM mode) SELECT m FROM median').one(), { m: 1 });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
