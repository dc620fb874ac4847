import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  count = 0;
  put() {
    return this.ctx.storage.put('kept', true);
  }
  end() {
    this.count++;
    this.ctx.abort();
  }
  async read() {
    return [this.count, await this.ctx.storage.get('kept')];
  }
}

export async function behaviour(assert, env, ctx) {
  await env.OBJECTS.getByName('a').put();
  await assert.rejects(env.OBJECTS.getByName('a').end(), 'Error');
  assert.deepEqual(await env.OBJECTS.getByName('a').read(), [0, true]);
}
