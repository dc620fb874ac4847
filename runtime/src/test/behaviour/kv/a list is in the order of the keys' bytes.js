export async function behaviour(assert, env) {
  for (const key of ['b', 'a', 'B', 'ä', 'a/1', 'a-']) await env.KV.put(key, 'x');
  const { keys, list_complete, cacheStatus } = await env.KV.list();
  assert.deepEqual(keys.map((key) => key.name), ['B', 'a', 'a-', 'a/1', 'b', 'ä']);
  assert.equal(list_complete, true);
  assert.equal(cacheStatus, null);
}
