import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  prepare() {
    const { sql } = this.ctx.storage;
    sql.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
    sql.exec('CREATE TABLE children (parent INTEGER REFERENCES parents(id))');
  }
  // Each of these turns cannot be committed.
  spoil() {
    const { sql } = this.ctx.storage;
    sql.exec('PRAGMA defer_foreign_keys = ON');
    sql.exec('INSERT INTO children VALUES (5)');
  }
  async unconfirmed(report) {
    const { storage } = this.ctx;
    storage.put('k', 1, { allowUnconfirmed: true });
    storage.put({ l: 2, m: 3 }, { allowUnconfirmed: true });
    storage.delete('m', { allowUnconfirmed: true });
    storage.setAlarm(Date.now() + 100_000, { allowUnconfirmed: true });
    storage.deleteAlarm({ allowUnconfirmed: true });
    const answer = report('put');
    this.spoil();
    await answer;
  }
  async confirmed(report) {
    const { storage } = this.ctx;
    storage.put('k', 1, { allowUnconfirmed: true });
    storage.put('l', 2);
    storage.put('m', 3, { allowUnconfirmed: true });
    const answer = report('put');
    this.spoil();
    await answer;
  }
  async byOption(report, allowUnconfirmed) {
    this.ctx.storage.put('k', 1, { allowUnconfirmed });
    const answer = report('put');
    this.spoil();
    await answer;
  }
  read() {
    return this.ctx.storage.kv.get('k');
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const name = 'x';
  await env.OBJECTS.getByName(name).prepare();
  const reportsOf = async (call) => {
    const reports = [];
    let failed = false;
    try {
      await call(env.OBJECTS.getByName(name), (text) => void reports.push(text));
    } catch {
      failed = true;
    }
    assert(failed);
    return reports;
  };
  assert.deepEqual(await reportsOf((stub, report) => stub.unconfirmed(report)), ['put']);
  assert.deepEqual(await reportsOf((stub, report) => stub.confirmed(report)), []);
  assert.deepEqual(await reportsOf((stub, report) => stub.byOption(report, 1)), ['put']);
  assert.deepEqual(await reportsOf((stub, report) => stub.byOption(report, undefined)), []);
  assert.equal(await env.OBJECTS.getByName(name).read(), undefined);
}
