import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    for (const text of ['journal_mode', 'journal_mode = DELETE', 'page_count', 'user_version', 'user_version = 3', 'writable_schema = ON', 'integrity_check', 'encoding', 'nonsense', 'data_version = 1', 'defer_foreign_keys = abcd', 'temp.table_info(t)', 'max_page_count = 1', 'synchronous = OFF']) {
      assert.throws(() => sql.exec(`PRAGMA ${text}`), 'Error', 'not authorized: SQLITE_AUTH');
    }
    assert.throws(() => sql.exec('SELECT * FROM pragma_page_count'), 'Error', 'not authorized: SQLITE_AUTH');
    assert.throws(() => sql.exec('SELECT * FROM pragma_function_list'), 'Error', 'not authorized: SQLITE_AUTH');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
