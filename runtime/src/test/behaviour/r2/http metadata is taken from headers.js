export async function behaviour(assert, env) {
  const headers = new Headers({ 'Content-Type': 'text/css', 'Cache-Control': 'max-age=1', 'X-Other': 'x' });
  await env.BUCKET.put('k', 'v', { httpMetadata: headers });
  const { httpMetadata } = await env.BUCKET.head('k');
  assert.equal(JSON.stringify(httpMetadata), '{"contentType":"text/css","cacheControl":"max-age=1"}');
}
