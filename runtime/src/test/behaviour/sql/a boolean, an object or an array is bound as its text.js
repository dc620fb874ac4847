import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const bound = (value) => sql.exec('SELECT ? AS v', value).one().v;
    assert.equal(bound(true), 'true');
    assert.equal(bound({}), '[object Object]');
    assert.equal(bound([1, 2]), '1,2');
    assert.equal(bound(new String('s')), 's');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
