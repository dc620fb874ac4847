import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  async test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    sql.exec('CREATE TABLE t (a)');
    await storage.put('n', 1);
    assert.throws(() => storage.transactionSync(() => {
      sql.exec('INSERT INTO t VALUES (1)');
      storage.kv.put('n', 2);
      throw new Error('no');
    }), 'Error', 'no');
    assert.deepEqual(sql.exec('SELECT * FROM t').toArray(), []);
    assert.equal(await storage.get('n'), 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
