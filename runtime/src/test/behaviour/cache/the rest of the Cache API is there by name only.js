export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('the rest of the Cache API is there by name only')}/${path}`;
  const cache = caches.default;
  assert.throws(() => cache.add(at('a')), 'Error', "Failed to execute 'add' on 'Cache': the method is not implemented.");
  assert.throws(() => cache.keys(), 'Error', "Failed to execute 'keys' on 'Cache': the method is not implemented.");
  assert.throws(() => cache.matchAll(), 'Error', "Failed to execute 'matchAll' on 'Cache': the method is not implemented.");
  assert.throws(() => caches.has('x'), 'Error', "Failed to execute 'has' on 'CacheStorage': the method is not implemented.");
  assert.throws(() => new Cache(), 'TypeError', 'Illegal constructor');
  assert.throws(() => new CacheStorage(), 'TypeError', 'Illegal constructor');
}
