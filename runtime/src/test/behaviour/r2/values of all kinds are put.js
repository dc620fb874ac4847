export async function behaviour(assert, env) {
  const { BUCKET } = env;
  const text = async (key) => (await BUCKET.get(key)).text();
  const bytes = new TextEncoder().encode('bytes');
  await BUCKET.put('buffer', bytes.buffer);
  await BUCKET.put('view', bytes.subarray(1, 3));
  await BUCKET.put('blob', new Blob(['a ', 'blob']));
  await BUCKET.put('null', null);
  await BUCKET.put('body', new Response('a body').body);
  assert.equal(await text('buffer'), 'bytes');
  assert.equal(await text('view'), 'yt');
  assert.equal(await text('blob'), 'a blob');
  assert.equal(await text('null'), '');
  assert.equal(await text('body'), 'a body');
}
