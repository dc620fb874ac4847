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
  assert.deepEqual(Object.keys(stub).sort(), ['id', 'name']);
  assert.equal(stub.id, stub.id);
  assert.equal(JSON.stringify(stub.id), '{"name":"a"}');
  assert.equal(String(stub), '[object DurableObject]');
}
