export async function behaviour(assert, env) {
  for (const key of ['b', 'a/2', 'a/1', 'B']) await env.BUCKET.put(key, key);
  const { objects, truncated, delimitedPrefixes, cursor } = await env.BUCKET.list();
  assert.deepEqual(objects.map((object) => object.key), ['B', 'a/1', 'a/2', 'b']);
  assert.equal(truncated, false);
  assert.equal(cursor, undefined);
  assert.deepEqual(delimitedPrefixes, []);
  assert.equal(objects[0].size, 1);
  assert.equal(objects[0].constructor.name, 'HeadResult');
  const after = await env.BUCKET.list({ startAfter: 'a/1', prefix: 'a/' });
  assert.deepEqual(after.objects.map((object) => object.key), ['a/2']);
}
