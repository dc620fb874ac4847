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
  await assert.rejects(stub.fetch('/path'), 'TypeError', 'Invalid URL: /path');
  await assert.rejects(stub.fetch('ftp://host/'), 'TypeError', 'Fetch API cannot load: ftp://host/');
  await assert.rejects(
    stub.fetch(),
    'TypeError',
    "Failed to execute 'fetch' on 'Fetcher': parameter 1 is not of type 'Request or string'."
  );
}
