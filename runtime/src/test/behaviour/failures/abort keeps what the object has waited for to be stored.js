import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async abort() {
    this.ctx.storage.put('kept', 1);
    await this.ctx.storage.sync();
    this.ctx.abort('enough');
  }
  read() {
    return this.ctx.storage.get('kept');
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('x').abort(), 'Error', 'enough');
  assert.equal(await env.OBJECTS.getByName('x').read(), 1);
}
