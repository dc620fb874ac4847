import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const message = 'Wrong number of parameter bindings for SQL query.';
    assert.throws(() => sql.exec('SELECT ?'), 'Error', message);
    assert.throws(() => sql.exec('SELECT 1', 1), 'Error', message);
    assert.throws(() => sql.exec('SELECT ?, ?', 1), 'Error', message);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
