export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('what was put is matched')}/${path}`;
  const cache = caches.default;
  assert.equal(await cache.match(at('a')), undefined);
  assert.equal(await cache.put(at('a'), response('hello', { 'x-a': 'b' })), undefined);
  for (let i = 0; i < 2; i++) {
    const found = await cache.match(new Request(at('a')));
    assert.equal(found.status, 200);
    assert.equal(found.headers.get('x-a'), 'b');
    assert.equal(found.headers.get('cf-cache-status'), 'HIT');
    assert.equal(found.headers.get('age'), '0');
    assert.equal(found.headers.get('content-length'), '5');
    assert.equal(await found.text(), 'hello');
    assert.throws(() => found.headers.set('a', 'b'), 'TypeError', "Can't modify immutable headers.");
  }
}
