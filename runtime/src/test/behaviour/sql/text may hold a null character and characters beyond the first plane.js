import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const text = 'a\u0000b \u{1F600}';
    assert.equal(sql.exec('SELECT ? AS v', text).one().v, text);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
