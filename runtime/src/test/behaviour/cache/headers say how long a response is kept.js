export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('headers say how long a response is kept')}/${path}`;
  const cache = caches.default;
  const isKept = async (headers, status) => {
    await cache.put(at('a'), new Response('x', { headers, status }));
    const found = await cache.match(at('a'));
    await cache.delete(at('a'));
    return found !== undefined;
  };
  const in9Seconds = new Date(Date.now() + 9000).toUTCString();
  for (const headers of [
    { 'cache-control': 's-maxage=9' },
    { 'cache-control': 'must-revalidate, max-age=9' },
    { 'cache-control': 'immutable' },
    { expires: in9Seconds },
    { 'last-modified': 'Wed, 21 Oct 2015 07:28:00 GMT' },
  ]) {
    assert.deepEqual([headers, await isKept(headers)], [headers, true]);
  }
  for (const headers of [
    {},
    { 'cache-control': 'max-age=0' },
    { 'cache-control': 's-maxage=0, max-age=10' },
    { 'cache-control': 'no-store' },
    { 'cache-control': 'no-cache' },
    { 'cache-control': 'private, max-age=9' },
    { 'cache-control': 'public' },
    { expires: 'Wed, 21 Oct 2015 07:28:00 GMT' },
    { expires: '0' },
  ]) {
    assert.deepEqual([headers, await isKept(headers)], [headers, false]);
  }
}
