export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('keys are absolute URLs of HTTP')}/${path}`;
  const cache = caches.default;
  await assert.rejects(cache.match('nope'), 'TypeError', 'Invalid URL: nope');
  await assert.rejects(cache.put('/x', response('x')), 'TypeError', 'Invalid URL: /x');
  await assert.rejects(cache.match('ftp://a/b'), 'TypeError', 'Fetch API cannot load: ftp://a/b');
  await assert.rejects(cache.match(), 'TypeError', "Failed to execute 'match' on 'Cache': parameter 1 is not of type 'Request or string'.");
  await assert.rejects(cache.put(at('a'), 'x'), 'TypeError', "Failed to execute 'put' on 'Cache': parameter 2 is not of type 'Response'.");
  await assert.rejects(cache.match(at('a'), 3), 'TypeError', "Failed to execute 'match' on 'Cache': parameter 2 is not of type 'CacheQueryOptions'.");
}
