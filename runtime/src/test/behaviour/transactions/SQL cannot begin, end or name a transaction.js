import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Subject extends DurableObject {
  async test() {
    const { storage } = this.ctx;
    const message = 'To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements. The JavaScript API is safer because it will automatically roll back on exceptions, and because it interacts correctly with Durable Objects\' automatic atomic write coalescing.';
    await storage.transaction(async () => {
      for (const text of ['BEGIN', 'BEGIN IMMEDIATE TRANSACTION', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT s', 'RELEASE s', 'ROLLBACK TO s']) {
        assert.throws(() => storage.sql.exec(text), 'Error', message);
      }
    });
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
