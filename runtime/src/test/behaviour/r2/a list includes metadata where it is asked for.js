export async function behaviour(assert, env) {
  await env.BUCKET.put('k', 'v', { httpMetadata: { contentType: 'a/b' }, customMetadata: { c: 'd' } });
  const only = async (include) => (await env.BUCKET.list({ include })).objects[0];
  assert.equal((await only(['httpMetadata'])).httpMetadata.contentType, 'a/b');
  assert.deepEqual((await only(['httpMetadata', 'customMetadata'])).customMetadata, { c: 'd' });
  assert.deepEqual((await only(['httpMetadata'])).customMetadata, {});
  await assert.rejects(env.BUCKET.list({ include: ['x'] }), 'RangeError', 'Unsupported include value x');
}
