export async function behaviour(assert, env) {
  const metadata = { by: 'someone', tags: ['a', 'b'], deep: { n: null } };
  await env.KV.put('k', 'v', { metadata });
  const found = await env.KV.getWithMetadata('k');
  assert.equal(found.value, 'v');
  assert.deepEqual(found.metadata, metadata);
  assert.deepEqual((await env.KV.list()).keys, [{ name: 'k', metadata }]);
  await env.KV.put('n', 'v', { metadata: null });
  assert.equal((await env.KV.getWithMetadata('n')).metadata, null);
}
