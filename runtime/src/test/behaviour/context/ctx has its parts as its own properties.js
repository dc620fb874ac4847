import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  names() {
    return Object.keys(this.ctx).sort();
  }
}

export async function behaviour(assert, env, ctx) {
  const names = ['container', 'exports', 'facets', 'id', 'props', 'storage'];
  assert.deepEqual(await env.OBJECTS.getByName('a').names(), names);
}
