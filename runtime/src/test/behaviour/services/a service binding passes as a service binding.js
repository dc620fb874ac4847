import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  self() {
    return this.env.SELF;
  }
}

export default {
  fetch() {
    return new Response('default');
  },
  double(n) {
    return n * 2;
  },
};

export async function behaviour(assert, env, ctx) {
  const passed = await env.NAMED.self();
  assert.equal(await (await passed.fetch('http://x/')).text(), 'default');
  assert.equal(await env.NAMED.self().double(4), 8);
}
