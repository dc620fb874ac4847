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
  const text = async (url) => (await stub.fetch(url)).text();
  assert.equal(await text('http://user:password@host/'), 'GET http://host/ manual');
  assert.equal(await text('http://host/#fragment'), 'GET http://host/ manual');
}
