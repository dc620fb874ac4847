import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  #n = 0;
  bump() {
    return ++this.#n;
  }
}

export async function behaviour(assert, env, ctx) {
  assert.equal(await env.NAMED.bump(), 1);
  assert.equal(await env.NAMED.bump(), 1);
}
