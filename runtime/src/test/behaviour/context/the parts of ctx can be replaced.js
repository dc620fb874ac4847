import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  replace() {
    this.ctx.storage = 'mine';
    this.ctx.more = 'more';
    return [this.ctx.storage, this.ctx.more];
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.OBJECTS.getByName('a').replace(), ['mine', 'more']);
}
