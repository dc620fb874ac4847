import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch(request) {
    return new Response(`${request.method} ${request.url}`);
  }
  add(a, b) {
    return a + b;
  }
  get answer() {
    return 42;
  }
}

export async function behaviour(assert, env, ctx) {
  const response = await env.NAMED.fetch('http://example.com/', { method: 'PUT' });
  assert.equal(await response.text(), 'PUT http://example.com/');
  assert.equal(await env.NAMED.add(1, 2), 3);
  assert.equal(await env.NAMED.answer, 42);
}
