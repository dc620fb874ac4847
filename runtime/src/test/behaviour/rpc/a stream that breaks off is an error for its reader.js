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
  await writer.write(new TextEncoder().encode('foo'));
  await writer.abort('enough');
  await assert.rejects(reading, 'Error', 'ReadableStream received over RPC disconnected prematurely.');
}
