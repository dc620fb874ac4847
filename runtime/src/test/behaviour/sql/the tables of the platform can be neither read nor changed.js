import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  async test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    await storage.put('key', 'value');
    const refused = 'not authorized: SQLITE_AUTH';
    const fails = (text, message) => assert.throws(() => sql.exec(text), 'Error', message);
    fails('SELECT * FROM _cf_KV', 'access to _cf_KV.key is prohibited: SQLITE_AUTH');
    fails('SELECT value FROM "_cf_KV"', 'access to _cf_KV.value is prohibited: SQLITE_AUTH');
    fails('SELECT k.* FROM [_CF_kv] k', 'access to _cf_KV.key is prohibited: SQLITE_AUTH');
    fails('SELECT count(*) FROM _cf_KV', refused);
    fails("SELECT 1 FROM '_cf_KV'", refused);
    fails('DELETE FROM _cf_KV', refused);
    fails('INSERT INTO _cf_KV VALUES (1, 2)', refused);
    fails('UPDATE _cf_KV SET value = 1', refused);
    fails('DROP TABLE _cf_KV', refused);
    fails('DROP TABLE IF EXISTS main._CF_KV', refused);
    fails('ALTER TABLE _cf_KV RENAME TO mine', refused);
    fails('CREATE INDEX i ON _cf_KV (value)', refused);
    fails('EXPLAIN SELECT * FROM _cf_KV', 'access to _cf_KV.key is prohibited: SQLITE_AUTH');
    fails("PRAGMA table_info('_cf_KV')", refused);
    fails("SELECT * FROM pragma_table_info('_cf_KV')", refused);
    assert.equal(await storage.get('key'), 'value');
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
