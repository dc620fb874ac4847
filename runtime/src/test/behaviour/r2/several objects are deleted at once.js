export async function behaviour(assert, env) {
  for (const key of ['a', 'b', 'c']) await env.BUCKET.put(key, key);
  await env.BUCKET.delete(['a', 'c', 'none']);
  assert.deepEqual((await env.BUCKET.list()).objects.map((object) => object.key), ['b']);
  await env.BUCKET.delete('b');
  assert.equal((await env.BUCKET.list()).objects.length, 0);
}
