import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/redirect') return Response.redirect('http://host/target', 302);
    return new Response(`${request.method} ${request.url} ${request.redirect}`);
  }
}

export async function behaviour(assert, env) {
  const stub = env.OBJECTS.getByName('a');
  const text = async (...args) => (await stub.fetch(...args)).text();
  assert.equal(await text('http://host/a'), 'GET http://host/a manual');
  assert.equal(await text(new URL('https://host/a?b')), 'GET https://host/a?b manual');
  assert.equal(await text(new Request('http://host/', { method: 'PUT', body: 'x' })), 'PUT http://host/ manual');
  assert.equal(await text(new Request('http://host/'), { method: 'DELETE' }), 'DELETE http://host/ manual');
}
