export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('what a client was authorized for is not shared')}/${path}`;
  const cache = caches.default;
  const request = new Request(at('a'), { headers: { authorization: 'x' } });
  await cache.put(request, response('x'));
  assert.equal(await cache.match(at('a')), undefined);
  await cache.put(request, response('x', { 'cache-control': 's-maxage=9' }));
  assert.equal(await (await cache.match(at('a'))).text(), 'x');
}
