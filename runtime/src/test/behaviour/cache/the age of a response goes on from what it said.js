export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('the age of a response goes on from what it said')}/${path}`;
  const cache = caches.default;
  await cache.put(at('a'), response('x', { age: '4' }));
  assert.equal((await cache.match(at('a'))).headers.get('age'), '4');
  await cache.put(at('a'), response('x', { age: '61' }));
  assert.equal(await cache.match(at('a')), undefined);
}
