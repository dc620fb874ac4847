export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('a range of a response can be asked for')}/${path}`;
  const cache = caches.default;
  await cache.put(at('a'), response('hello'));
  const part = async (range) => {
    const found = await cache.match(new Request(at('a'), { headers: { range } }));
    return [found.status, found.headers.get('content-range'), await found.text()];
  };
  assert.deepEqual(await part('bytes=1-2'), [206, 'bytes 1-2/5', 'el']);
  assert.deepEqual(await part('bytes=2-'), [206, 'bytes 2-4/5', 'llo']);
  assert.deepEqual(await part('bytes=-2'), [206, 'bytes 3-4/5', 'lo']);
  assert.deepEqual(await part('bytes=0-99'), [206, 'bytes 0-4/5', 'hello']);
  assert.deepEqual(await part('bytes=9-12'), [416, 'bytes */5', '']);
  assert.deepEqual(await part('lines=1-2'), [416, 'bytes */5', '']);
}
