export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('putting uses the body')}/${path}`;
  const cache = caches.default;
  const given = response('x');
  await cache.put(at('a'), given);
  assert.equal(given.bodyUsed, true);
  await assert.rejects(
    cache.put(at('a'), given),
    'TypeError',
    'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.'
  );
}
