import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  get(a) {
    return a + 1;
  }
  put(a, b) {
    return a + b;
  }
  delete(a) {
    return a - 1;
  }
}

export async function behaviour(assert, env, ctx) {
  assert.equal(await env.NAMED.get(12), 13);
  assert.equal(await env.NAMED.put(5, 7), 12);
  assert.equal(await env.NAMED.delete(3), 2);
}
