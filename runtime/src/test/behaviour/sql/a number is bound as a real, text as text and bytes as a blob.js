import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const typed = (value) => sql.exec('SELECT typeof(?) AS t', value).one().t;
    assert.equal(typed(1), 'real');
    assert.equal(typed('1'), 'text');
    assert.equal(typed(new Uint8Array(2)), 'blob');
    assert.equal(typed(new ArrayBuffer(0)), 'blob');
    assert.equal(typed(null), 'null');
    assert.equal(typed(undefined), 'null');
    assert.equal(typed(NaN), 'null');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
