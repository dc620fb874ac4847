export async function behaviour(assert, env) {
  const { httpEtag } = await env.BUCKET.put('k', 'v');
  const has = async (headers) =>
    (await env.BUCKET.get('k', { onlyIf: new Headers(headers) })).body !== undefined;
  assert.equal(await has({ 'If-Match': httpEtag }), true);
  assert.equal(await has({ 'If-Match': '"x", "y"' }), false);
  assert.equal(await has({ 'If-Match': `W/${httpEtag}` }), false);
  assert.equal(await has({ 'If-None-Match': httpEtag }), false);
  assert.equal(await has({ 'If-None-Match': `"x", W/${httpEtag}` }), false);
  assert.equal(await has({ 'If-None-Match': '*' }), false);
  assert.equal(await has({ 'If-Modified-Since': new Date(Date.now() + 60_000).toUTCString() }), false);
  assert.equal(await has({ 'If-Unmodified-Since': new Date(Date.now() + 60_000).toUTCString() }), true);
  assert.equal(await has({}), true);
}
