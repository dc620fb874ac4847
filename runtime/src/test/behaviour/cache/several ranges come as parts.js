export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('several ranges come as parts')}/${path}`;
  const cache = caches.default;
  await cache.put(at('a'), response('hello'));
  const found = await cache.match(new Request(at('a'), { headers: { range: 'bytes=0-1,3-4' } }));
  assert.equal(found.status, 206);
  const type = found.headers.get('content-type');
  assert.equal(type.startsWith('multipart/byteranges; boundary='), true);
  const parts = (await found.text()).split(`--${type.split('boundary=')[1]}`);
  assert.equal(parts.length, 4);
  assert.equal(parts[1].includes('Content-Range: bytes 0-1/5') && parts[1].includes('he'), true);
  assert.equal(parts[2].includes('Content-Range: bytes 3-4/5') && parts[2].includes('lo'), true);
}
