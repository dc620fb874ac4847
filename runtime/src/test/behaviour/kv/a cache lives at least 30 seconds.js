export async function behaviour(assert, env) {
  await env.KV.put('k', 'v');
  assert.equal(await env.KV.get('k', { cacheTtl: 30 }), 'v');
  await assert.rejects(
    env.KV.get('k', { cacheTtl: 3 }),
    'Error',
    'KV GET failed: 400 Invalid cache_ttl of 3. Cache TTL must be at least 30.'
  );
}
