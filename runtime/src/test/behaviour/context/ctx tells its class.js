import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  tell() {
    return [String(this.ctx), this.ctx.constructor.name, String(this.ctx.facets)];
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.OBJECTS.getByName('a').tell(), [
    '[object DurableObjectState]',
    'DurableObjectState',
    '[object DurableObjectFacets]',
  ]);
}
