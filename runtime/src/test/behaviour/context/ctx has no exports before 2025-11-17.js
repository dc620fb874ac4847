//! {"compatibility_date": "2025-11-16"}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  names() {
    return ['exports' in this.ctx, Object.keys(this.ctx).sort().join()];
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.OBJECTS.getByName('a').names(), [false, 'container,facets,id,props,storage']);
}
