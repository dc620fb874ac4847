import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async write(stream) {
    const writer = stream.getWriter();
    const encoder = new TextEncoder();
    for (const text of ['foo, ', 'bar, ', 'baz!']) await writer.write(encoder.encode(text));
    await writer.close();
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  const { readable, writable } = new IdentityTransformStream();
  const writing = stub.write(writable);
  assert.equal(await new Response(readable).text(), 'foo, bar, baz!');
  await writing;
  let text = '';
  const closed = Promise.withResolvers();
  const decoder = new TextDecoder();
  const own = new WritableStream({
    write(chunk) {
      text += decoder.decode(chunk, { stream: true });
    },
    close() {
      closed.resolve();
    },
  });
  await stub.write(own);
  await closed.promise;
  assert.equal(text, 'foo, bar, baz!');
}
