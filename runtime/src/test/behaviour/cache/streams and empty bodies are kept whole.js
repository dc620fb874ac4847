export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('streams and empty bodies are kept whole')}/${path}`;
  const cache = caches.default;
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array([65]));
      controller.enqueue(new Uint8Array([66]));
      controller.close();
    },
  });
  await cache.put(at('stream'), response(stream));
  assert.equal(await (await cache.match(at('stream'))).text(), 'AB');
  await cache.put(at('empty'), response(null));
  const empty = await cache.match(at('empty'));
  assert.equal(empty.headers.get('content-length'), '0');
  assert.equal(await empty.text(), '');
  const failing = new ReadableStream({
    pull(controller) {
      controller.error(new RangeError('bad'));
    },
  });
  await assert.rejects(cache.put(at('failing'), response(failing)), 'RangeError', 'bad');
}
