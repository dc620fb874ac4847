export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('partial responses and Vary star are refused')}/${path}`;
  const cache = caches.default;
  await assert.rejects(
    cache.put(at('a'), response('x', {}, 206)),
    'TypeError',
    'Cannot cache response to a range request (206 Partial Content).'
  );
  await assert.rejects(cache.put(at('a'), response('x', { vary: '*' })), 'TypeError', "Cannot cache response with 'Vary: *' header.");
  await assert.rejects(cache.put(at('a'), Response.error()), 'TypeError', 'Cache is unable to store an error response');
  await cache.put(at('a'), response('x', { vary: 'accept' }));
  assert.equal(await (await cache.match(at('a'))).text(), 'x');
}
