import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  read(stream) {
    return new Response(stream).text();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode('a'));
      controller.enqueue(encoder.encode('b'));
      controller.close();
    },
  });
  assert.equal(await stub.read(stream), 'ab');
}
