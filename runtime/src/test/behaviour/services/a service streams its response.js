import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  fetch() {
    const { readable, writable } = new IdentityTransformStream();
    const write = async () => {
      const writer = writable.getWriter();
      await writer.write(new TextEncoder().encode('one '));
      await writer.write(new TextEncoder().encode('two'));
      await writer.close();
    };
    this.ctx.waitUntil(write());
    return new Response(readable);
  }
}

export async function behaviour(assert, env, ctx) {
  const response = await env.NAMED.fetch('http://x/');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  assert.equal(text, 'one two');
}
