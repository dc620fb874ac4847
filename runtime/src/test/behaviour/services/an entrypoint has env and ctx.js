//! {"vars": {"PLACE": "here"}}
import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  look() {
    return [typeof this.ctx.waitUntil, typeof this.env.SELF, this.env.PLACE];
  }
}

export async function behaviour(assert, env, ctx) {
  assert.deepEqual(await env.NAMED.look(), ['function', 'object', 'here']);
}
