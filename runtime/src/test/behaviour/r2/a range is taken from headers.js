export async function behaviour(assert, env) {
  await env.BUCKET.put('k', '0123456789');
  const get = async (range) => (await env.BUCKET.get('k', { range: new Headers(range ? { range } : {}) })).text();
  assert.equal(await get('bytes=2-4'), '234');
  assert.equal(await get('bytes=7-'), '789');
  assert.equal(await get('bytes=-2'), '89');
  assert.equal(await get('bytes=5-100'), '56789');
  assert.equal(await get('bytes=0-1,3-4'), '0123456789');
  assert.equal(await get(), '0123456789');
}
