import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    for (const text of [
      "ATTACH 'x' AS y",
      'DETACH y',
      'CREATE TEMP TABLE t (a)',
      'CREATE TEMPORARY VIEW v AS SELECT 1',
      'CREATE VIRTUAL TABLE v USING fts4(a)',
      'CREATE VIRTUAL TABLE v USING dbstat',
    ]) {
      assert.throws(() => sql.exec(text), 'Error', 'not authorized: SQLITE_AUTH');
    }
    assert.throws(() => sql.exec('VACUUM'), 'Error', 'cannot VACUUM from within a transaction: SQLITE_ERROR');
    assert.throws(() => sql.exec('DELETE FROM sqlite_master'), 'Error', 'table sqlite_master may not be modified: SQLITE_ERROR');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
