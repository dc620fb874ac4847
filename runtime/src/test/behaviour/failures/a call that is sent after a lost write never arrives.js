import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async askAndAbort() {
    this.ctx.storage.put('k', 1);
    this.env.OBJECTS.getByName('other').note();
    this.ctx.abort('enough');
  }
  async note() {
    await this.ctx.storage.put('noted', true);
  }
  noted() {
    return this.ctx.storage.get('noted');
  }
}

export async function behaviour(assert, env) {
  await assert.rejects(env.OBJECTS.getByName('x').askAndAbort(), 'Error', 'enough');
  assert.equal(await env.OBJECTS.getByName('other').noted(), undefined);
}
