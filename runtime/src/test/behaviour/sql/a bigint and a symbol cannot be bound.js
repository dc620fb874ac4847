import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    assert.throws(() => sql.exec('SELECT ?', 1n), 'TypeError', 'Cannot convert a BigInt value to a number');
    assert.throws(() => sql.exec('SELECT ?', Symbol('s')), 'TypeError', 'Cannot convert a Symbol value to a string');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
