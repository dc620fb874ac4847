export async function behaviour(assert) {
  const response = (body, headers, status) =>
    new Response(body, { status, headers: { 'cache-control': 'max-age=60', ...headers } });
  const at = (path) => `http://example.com/${encodeURIComponent('the status says whether a response is kept')}/${path}`;
  const cache = caches.default;
  const isKept = async (status) => {
    await cache.put(at('a'), response('x', {}, status));
    const found = await cache.match(at('a'));
    await cache.delete(at('a'));
    return found?.status === status;
  };
  for (const status of [200, 203, 301, 302, 404, 410]) assert.deepEqual([status, await isKept(status)], [status, true]);
  for (const status of [400, 500, 503]) assert.deepEqual([status, await isKept(status)], [status, false]);
  await cache.put(at('a'), new Response('x', { status: 404 }));
  assert.equal(await cache.match(at('a')), undefined);
}
