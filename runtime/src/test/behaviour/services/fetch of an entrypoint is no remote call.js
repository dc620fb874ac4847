import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch(request, second) {
    return new Response(`${typeof second} ${request.headers.get('a')}`);
  }
}

export async function behaviour(assert, env, ctx) {
  const response = await env.NAMED.fetch(new Request('http://x/', { headers: { a: 'b' } }));
  assert(response instanceof Response);
  assert.equal(await response.text(), 'undefined b');
}
