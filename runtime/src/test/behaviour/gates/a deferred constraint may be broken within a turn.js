import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  prepare() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
    sql.exec('CREATE TABLE children (parent INTEGER REFERENCES parents(id))');
  }
  write() {
    const { sql } = this.ctx.storage;
    sql.exec('PRAGMA defer_foreign_keys = ON');
    sql.exec('INSERT INTO children VALUES (5)');
    sql.exec('INSERT INTO parents VALUES (5)');
  }
  writeLater() {
    try {
      this.ctx.storage.sql.exec('INSERT INTO children VALUES (6)');
    } catch (error) {
      return error.message;
    }
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('x');
  await stub.prepare();
  await stub.write();
  assert.equal(await stub.writeLater(), 'FOREIGN KEY constraint failed: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_FOREIGNKEY)');
}
