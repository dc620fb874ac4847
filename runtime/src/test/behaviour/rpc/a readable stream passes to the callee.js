import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  read(stream) {
    return new Response(stream).text();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const { readable, writable } = new IdentityTransformStream();
  const reading = stub.read(readable);
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  await writer.write(encoder.encode('foo, '));
  await writer.write(encoder.encode('bar'));
  await writer.close();
  assert.equal(await reading, 'foo, bar');
}
