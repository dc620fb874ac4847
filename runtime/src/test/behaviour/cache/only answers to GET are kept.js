export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('only answers to GET are kept')}/${path}`;
  const cache = caches.default;
  const post = new Request(at('a'), { method: 'POST' });
  await assert.rejects(cache.put(post, response('x')), 'TypeError', 'Cannot cache response to non-GET request.');
  await cache.put(at('a'), response('x'));
  assert.equal(await cache.match(post), undefined);
  assert.equal(await (await cache.match(post, { ignoreMethod: true })).text(), 'x');
  assert.equal(await cache.delete(post), false);
  assert.equal(await cache.delete(post, { ignoreMethod: true }), true);
}
