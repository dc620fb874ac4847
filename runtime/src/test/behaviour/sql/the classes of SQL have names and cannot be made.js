import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    assert.equal(Object.prototype.toString.call(sql), '[object SqlStorage]');
    const cursor = sql.exec('SELECT 1');
    assert(cursor instanceof sql.Cursor);
    assert.equal(cursor.constructor.name, 'Cursor');
    assert.equal(Object.prototype.toString.call(cursor), '[object Cursor]');
    assert.throws(() => new sql.Cursor(), 'TypeError', 'Illegal constructor');
    assert.equal(typeof sql.Statement, 'function');
    assert(this.ctx.storage.sql === sql);
    assert.throws(() => sql.exec(), 'TypeError', "Failed to execute 'exec' on 'SqlStorage': parameter 1 is not of type 'String'.");
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
