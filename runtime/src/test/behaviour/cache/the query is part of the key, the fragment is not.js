export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('the query is part of the key, the fragment is not')}/${path}`;
  const cache = caches.default;
  await cache.put(at('a?x=1'), response('one'));
  assert.equal(await (await cache.match(at('a?x=1#part'))).text(), 'one');
  assert.equal(await cache.match(at('a')), undefined);
}
