import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async write(stream) {
    const writer = stream.getWriter();
    const encoder = new TextEncoder();
    for (;;) await writer.write(encoder.encode('foo'));
  }
}

export async function behaviour(assert, env, ctx) {
  const stub = env.OBJECTS.getByName('x');

  let written = 0;
  const stream = new WritableStream({
    write() {
      written++;
      throw new Error('boom');
    },
  });
  await assert.rejects(stub.write(stream), 'Error', 'boom');
  assert.equal(written, 1);
}
