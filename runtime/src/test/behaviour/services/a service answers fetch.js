import { WorkerEntrypoint } from 'cloudflare:workers';

export default {
  async fetch(request) {
    return new Response(`${request.method} ${request.url} ${await request.text()}`);
  },
};

export class Named extends WorkerEntrypoint {}

export async function behaviour(assert, env, ctx) {
  const response = await env.SELF.fetch('http://example.com/here', { method: 'POST', body: 'text' });
  assert.equal(await response.text(), 'POST http://example.com/here text');
}
