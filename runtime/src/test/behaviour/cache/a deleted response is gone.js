export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('a deleted response is gone')}/${path}`;
  const cache = caches.default;
  await cache.put(at('a'), response('x'));
  assert.equal(await cache.delete(at('a')), true);
  assert.equal(await cache.delete(at('a')), false);
  assert.equal(await cache.match(at('a')), undefined);
}
