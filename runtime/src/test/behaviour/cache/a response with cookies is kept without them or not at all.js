export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('a response with cookies is kept without them or not at all')}/${path}`;
  const cache = caches.default;
  await cache.put(at('a'), response('x', { 'set-cookie': 'a=b' }));
  assert.equal(await cache.match(at('a')), undefined);
  await cache.put(at('a'), response('x', { 'set-cookie': 'a=b', 'cache-control': 'private=Set-Cookie, max-age=9' }));
  const found = await cache.match(at('a'));
  assert.equal(found.headers.get('set-cookie'), null);
  assert.equal(await found.text(), 'x');
}
