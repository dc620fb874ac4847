import { WorkerEntrypoint } from 'cloudflare:workers';

export default {
  triple(n) {
    return n * 3;
  },
  withEnv(n, env, ctx) {
    return `${typeof env.SELF} ${typeof ctx.waitUntil}`;
  },
};

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  assert.equal(await env.SELF.triple(4), 12);
  assert.equal(await env.SELF.withEnv(1), 'object function');
}
