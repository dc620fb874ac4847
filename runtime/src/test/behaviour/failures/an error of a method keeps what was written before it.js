import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async fail() {
    this.ctx.storage.put('k', 1);
    throw new RangeError('mine');
  }
  read() {
    return this.ctx.storage.get('k');
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('x').fail(), 'RangeError', 'mine');
  assert.equal(await env.OBJECTS.getByName('x').read(), 1);
}
