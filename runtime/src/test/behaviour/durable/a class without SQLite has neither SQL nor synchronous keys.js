//! {"migrations": [{"tag": "v1", "new_classes": ["Subject"]}]}
import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const sql = "SQL is not enabled for this Durable Object class. To enable it, change `new_classes` to `new_sqlite_classes` within the 'migrations' field in your wrangler.jsonc or wrangler.toml file. If using workerd directly,set `enableSql = true` in your workerd config for the class. Note that this change cannot be made after the class is already deployed to production.";
    assert.throws(() => storage.sql.exec('SELECT 1'), 'Error', sql);
    assert.throws(() => storage.sql.databaseSize, 'Error', sql);
    const kv = "The storage.kv (synchronous KV) API is only available for SQLite-backed Durable Objects, but this object's namespace is not declared to use SQLite. You can use the older, asyncronous interface via methods of `storage` itself (e.g. `storage.get()`). Alternatively, to enable SQLite, change `new_classes` to `new_sqlite_classes` within the 'migrations' field in your wrangler.jsonc or wrangler.toml file. If using workerd directly, set `enableSql = true` in your workerd config for the class. Note that this change cannot be made after the class is already deployed to production.";
    assert.throws(() => storage.kv.get('a'), 'Error', kv);
    await storage.put('a', 1);
    assert.equal(await storage.get('a'), 1);
    assert.equal(storage.transactionSync(() => 3), 3);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
