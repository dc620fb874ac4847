import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  deep(levels) {
    return levels === 0 ? 'bottom' : this.ctx.blockConcurrencyWhile(() => this.deep(levels - 1));
  }
}

export async function behaviour(assert, env) {
  assert.equal(await env.OBJECTS.getByName('x').deep(64), 'bottom');
  await assert.rejects(env.OBJECTS.getByName('y').deep(65), 'Error', 'blockConcurrencyWhile() calls are nested too deeply.');
}
