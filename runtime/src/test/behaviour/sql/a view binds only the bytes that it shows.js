import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    const { v } = sql.exec('SELECT ? AS v', bytes).one();
    assert.deepEqual([...new Uint8Array(v)], [2, 3]);
    assert.equal(sql.exec('SELECT ? AS v', new DataView(new ArrayBuffer(5))).one().v.byteLength, 5);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
