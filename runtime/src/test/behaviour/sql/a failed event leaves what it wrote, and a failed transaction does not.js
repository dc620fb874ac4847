import { DurableObject } from 'cloudflare:workers';

export class Tables extends DurableObject {
  write() {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS t (a); INSERT INTO t VALUES (1)');
    throw new Error('after the write');
  }

  abort() {
    this.ctx.storage.sql.exec('INSERT INTO t VALUES (2)');
    this.ctx.abort('broken');
  }

  read() {
    return this.ctx.storage.sql.exec('SELECT a FROM t').toArray();
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('one').write(), 'Error', 'after the write');
  assert.deepEqual(await env.OBJECTS.getByName('one').read(), [{ a: 1 }]);
  await env.OBJECTS.getByName('one').abort().catch(() => {});
  assert.deepEqual(await env.OBJECTS.getByName('one').read(), [{ a: 1 }]);
}
