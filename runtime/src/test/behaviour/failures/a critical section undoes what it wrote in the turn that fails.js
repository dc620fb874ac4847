import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async section() {
    await this.ctx.storage.put('a', 1);
    await this.ctx.blockConcurrencyWhile(async () => {
      this.ctx.storage.put('b', 1);
      throw new RangeError('inside');
    });
  }
  async keys() {
    return [...(await this.ctx.storage.list()).keys()];
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('x').section(), 'RangeError', 'inside');
  assert.equal((await env.OBJECTS.getByName('x').keys()).includes('b'), false);
}
