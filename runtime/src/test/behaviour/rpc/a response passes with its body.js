import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  make() {
    return new Response('body', { status: 404, headers: { 'Content-Type': 'abc' }, cf: { n: 1 } });
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const response = await stub.make();
  assert(response instanceof Response);
  assert.equal(response.status, 404);
  assert.equal(response.headers.get('content-type'), 'abc');
  assert.deepEqual(response.cf, { n: 1 });
  assert.equal(await response.text(), 'body');
}
