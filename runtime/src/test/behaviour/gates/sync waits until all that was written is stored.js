import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async write() {
    this.ctx.storage.put('a', 1);
    this.ctx.storage.sql.exec('CREATE TABLE t (n)');
    const result = await this.ctx.storage.sync();
    return [result, await this.ctx.storage.get('a')];
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').write(), [undefined, 1]);
}
