export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('a request for what it has already is answered 304')}/${path}`;
  const cache = caches.default;
  const etag = '"v1"';
  await cache.put(at('a'), response('hello', { etag, 'last-modified': 'Wed, 21 Oct 2015 07:28:00 GMT' }));
  const status = async (headers) => (await cache.match(new Request(at('a'), { headers }))).status;
  for (const tags of ['"v1"', 'W/"v1"', '*', '"x", "v1"']) {
    assert.deepEqual([tags, await status({ 'if-none-match': tags })], [tags, 304]);
  }
  assert.equal(await status({ 'if-none-match': '"v2"' }), 200);
  assert.equal(await status({ 'if-modified-since': 'Wed, 21 Oct 2015 07:28:00 GMT' }), 304);
  assert.equal(await status({ 'if-modified-since': 'Wed, 21 Oct 2014 07:28:00 GMT' }), 200);
  const unchanged = await cache.match(new Request(at('a'), { headers: { 'if-none-match': etag } }));
  assert.equal(unchanged.statusText, 'Not Modified');
  assert.equal(await unchanged.text(), '');
}
