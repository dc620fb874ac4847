export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('a 304 is dropped in silence')}/${path}`;
  const cache = caches.default;
  assert.equal(await cache.put(at('a'), new Response(null, { status: 304 })), undefined);
  assert.equal(await cache.match(at('a')), undefined);
}
