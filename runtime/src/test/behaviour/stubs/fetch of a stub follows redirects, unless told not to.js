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
  const followed = await stub.fetch('http://host/redirect');
  assert.deepEqual([followed.status, followed.url, followed.redirected], [200, 'http://host/target', true]);
  assert.equal(await followed.text(), 'GET http://host/target manual');
  const kept = await stub.fetch('http://host/redirect', { redirect: 'manual' });
  assert.deepEqual([kept.status, kept.url, kept.redirected], [302, 'http://host/redirect', false]);
  assert.equal(kept.headers.get('location'), 'http://host/target');
}
