import { DurableObject } from 'cloudflare:workers';
import { assert } from './assert.js';

export class Tables extends DurableObject {
  test() {
    const { sql } = this.ctx.storage;
    const { storage } = this.ctx;
    sql.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent REFERENCES parent(id))');
    assert.throws(() => sql.exec('INSERT INTO child VALUES (1)'), 'Error',
      'FOREIGN KEY constraint failed: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_FOREIGNKEY)');
    storage.transactionSync(() => {
      sql.exec('PRAGMA defer_foreign_keys = ON');
      sql.exec('INSERT INTO child VALUES (1)');
      sql.exec('INSERT INTO parent VALUES (1)');
    });
    assert.equal(sql.exec('SELECT count(*) AS n FROM child').one().n, 1);
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('one').test();
}
