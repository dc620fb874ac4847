export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('each name is a cache of its own')}/${path}`;
  const cache = caches.default;
  const one = await caches.open('one');
  const again = await caches.open('one');
  const other = await caches.open('other');
  await one.put(at('a'), response('named'));
  assert.equal(await (await again.match(at('a'))).text(), 'named');
  assert.equal(await other.match(at('a')), undefined);
  assert.equal(await cache.match(at('a')), undefined);
  assert(one instanceof Cache && caches instanceof CacheStorage);
  await assert.rejects(caches.open('x'.repeat(1024)), 'TypeError', 'Cache name is too long.');
}
