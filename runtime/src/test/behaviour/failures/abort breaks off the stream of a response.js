import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  fetch() {
    const { readable, writable } = new IdentityTransformStream();
    writable.getWriter().write(new Uint8Array([65]));
    setTimeout(() => this.ctx.abort('enough'), 30);
    return new Response(readable);
  }
}

export async function behaviour(assert, env) {
  const response = await env.OBJECTS.getByName('x').fetch('http://x/');
  const reader = response.body.getReader();
  assert.deepEqual((await reader.read()).value, new Uint8Array([65]));
  await assert.rejects(reader.read(), 'Error', 'enough');
}
