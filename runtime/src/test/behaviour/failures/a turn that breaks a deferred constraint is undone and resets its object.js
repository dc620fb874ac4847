import { DurableObject } from 'cloudflare:workers';

// An error with what the platform says of it.
const told = async (promise) => {
  try {
    return await promise;
  } catch (error) {
    const { name, message, remote, durableObjectReset, overloaded, retryable } = error;
    return Object.fromEntries(
      Object.entries({ name, message, remote, durableObjectReset, overloaded, retryable }).filter(([, value]) => value !== undefined)
    );
  }
};

export class Subject extends DurableObject {
  prepare() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
    sql.exec('CREATE TABLE children (parent INTEGER REFERENCES parents(id))');
  }
  orphan() {
    const { sql, kv } = this.ctx.storage;
    sql.exec('PRAGMA defer_foreign_keys = ON');
    kv.put('k', 1);
    sql.exec('INSERT INTO children VALUES (5)');
    this.env.OBJECTS.getByName('other').note();
    return 'never sent';
  }
  fetch() {
    return new Response(this.orphan());
  }
  async orphanThenSync(report) {
    this.orphan();
    try {
      await this.ctx.storage.sync();
    } finally {
      report('goes on');
    }
  }
  note() {
    this.ctx.storage.kv.put('noted', true);
  }
  read() {
    const { sql, kv } = this.ctx.storage;
    return [kv.get('k') ?? null, kv.get('noted') ?? null, sql.exec("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'children'").one().n];
  }
}

export async function behaviour(assert, env) {
  const message =
    'Durable Object was reset and rolled back to its last known good state because the application left the database ' +
    'in a state where constraints were violated: FOREIGN KEY constraint failed: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_FOREIGNKEY)';
  const stub = env.OBJECTS.getByName('x');
  await stub.prepare();
  assert.deepEqual(await told(stub.orphan()), { name: 'Error', message });
  assert.deepEqual(await told(stub.read()), { name: 'Error', message });
  assert.deepEqual(await told(env.OBJECTS.getByName('x').fetch('http://x/')), { name: 'Error', message, remote: true });
  const reports = [];
  assert.deepEqual(await told(env.OBJECTS.getByName('x').orphanThenSync((text) => reports.push(text))), { name: 'Error', message });
  assert.deepEqual(reports, []);
  assert.deepEqual(await env.OBJECTS.getByName('x').read(), [null, null, 1]);
  assert.deepEqual(await env.OBJECTS.getByName('other').read(), [null, null, 0]);
}
