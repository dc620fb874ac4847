import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const row = sql.exec("SELECT 1; -- ; not this\n /* ; nor this */ SELECT /* ; */ 2 AS two -- ;").one();
    assert.deepEqual(row, { two: 2 });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
