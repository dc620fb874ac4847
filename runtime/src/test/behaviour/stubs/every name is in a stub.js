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
  assert('anything' in stub);
  assert.equal(typeof stub.anything, 'function');
  assert.equal(Object.prototype.toString.call(stub.anything), '[object JsRpcProperty]');
  assert.equal(stub.then, undefined);
  assert.equal((await stub).id, stub.id);
}
