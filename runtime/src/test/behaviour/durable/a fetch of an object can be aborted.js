//! {"compatibility_flags": ["enable_request_signal"]}
export class Subject {
  async fetch(request) {
    if (request.url.endsWith('/answer')) {
      const { readable, writable } = new TransformStream();
      writable.getWriter().write(new TextEncoder().encode('first'));
      return new Response(readable);
    }
    if (request.url.endsWith('/seen')) return new Response(await this.seen);
    this.seen = new Promise((resolve) => {
      request.signal.addEventListener('abort', () => resolve('aborted'));
    });
    return new Promise(() => {});
  }
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const early = AbortSignal.abort(new RangeError('before'));
  await assert.rejects(object.fetch('http://object/wait', { signal: early }), 'RangeError', 'before');

  const controller = new AbortController();
  const answer = object.fetch(new Request('http://object/wait', { signal: controller.signal }));
  // The object has the request when it answers the next one.
  await (await object.fetch('http://object/answer')).body.cancel();
  controller.abort(new RangeError('enough'));
  await assert.rejects(answer, 'RangeError', 'enough');
  assert.equal(await (await object.fetch('http://object/seen')).text(), 'aborted');

  const later = new AbortController();
  const response = await object.fetch('http://object/answer', { signal: later.signal });
  const reader = response.body.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value), 'first');
  later.abort(new RangeError('halfway'));
  await assert.rejects(reader.read(), 'RangeError', 'halfway');
}
