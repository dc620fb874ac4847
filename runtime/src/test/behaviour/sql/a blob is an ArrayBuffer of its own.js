import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const { full, none } = sql.exec("SELECT x'00ff' AS full, x'' AS none").one();
    assert(full instanceof ArrayBuffer);
    assert.deepEqual([...new Uint8Array(full)], [0, 255]);
    assert(none instanceof ArrayBuffer);
    assert.equal(none.byteLength, 0);
    new Uint8Array(full)[0] = 7;
    assert.equal(new Uint8Array(full)[0], 7);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
