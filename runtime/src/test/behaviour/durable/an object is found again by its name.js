import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async count() {
    const n = ((await this.ctx.storage.get('n')) ?? 0) + 1;
    await this.ctx.storage.put('n', n);
    return n;
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('a').count(), 1);
  assert.equal(await env.OBJECTS.get(env.OBJECTS.idFromName('a')).count(), 2);
  assert.equal(await env.OBJECTS.getByName('b').count(), 1);
}
