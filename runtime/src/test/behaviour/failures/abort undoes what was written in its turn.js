import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async write() {
    await this.ctx.storage.put('earlier', 1);
  }
  async abort() {
    await this.ctx.storage.put('late', 1);
    this.ctx.storage.sql.exec('CREATE TABLE t (n)');
    this.ctx.abort('enough');
  }
  async read() {
    const tables = this.ctx.storage.sql.exec("SELECT name FROM sqlite_schema WHERE name = 't'").toArray();
    return [await this.ctx.storage.get('earlier'), await this.ctx.storage.get('late'), tables.length];
  }
}

export async function behaviour(assert, env) {
  await env.OBJECTS.getByName('x').write();
  await assert.rejects(env.OBJECTS.getByName('x').abort(), 'Error', 'enough');
  assert.deepEqual(await env.OBJECTS.getByName('x').read(), [1, undefined, 0]);
}
