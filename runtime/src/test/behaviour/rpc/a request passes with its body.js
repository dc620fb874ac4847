import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  echo(value) {
    return value;
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const request = await stub.echo(
    new Request('http://example.com/p?q', { method: 'PUT', headers: { a: 'b' }, body: 'text', redirect: 'manual', cf: { n: 1 } })
  );
  assert(request instanceof Request);
  assert.equal(request.url, 'http://example.com/p?q');
  assert.equal(request.method, 'PUT');
  assert.equal(request.headers.get('a'), 'b');
  assert.equal(request.redirect, 'manual');
  assert.deepEqual(request.cf, { n: 1 });
  assert.equal(await request.text(), 'text');
}
