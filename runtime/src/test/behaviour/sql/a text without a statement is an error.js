import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    for (const text of ['', ';', ' ', '-- a comment', '/* one more */', 'SELECT 1; -- behind']) {
      assert.throws(() => sql.exec(text), 'Error', 'SQL code did not contain a statement.');
    }
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
