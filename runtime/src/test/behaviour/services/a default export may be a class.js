import { WorkerEntrypoint } from 'cloudflare:workers';

export default class extends WorkerEntrypoint {
  fetch() {
    return new Response('from a class');
  }
  add(a, b) {
    return a + b;
  }
}

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  assert.equal(await (await env.SELF.fetch('http://x/')).text(), 'from a class');
  assert.equal(await env.SELF.add(1, 2), 3);
}
