import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  take() {}
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const { readable, writable } = new IdentityTransformStream();
  readable.getReader();
  writable.getWriter();
  await assert.rejects(stub.take(readable), 'TypeError', 'The ReadableStream has been locked to a reader.');
  await assert.rejects(stub.take(writable), 'TypeError', 'This WritableStream is currently locked to a writer.');
}
