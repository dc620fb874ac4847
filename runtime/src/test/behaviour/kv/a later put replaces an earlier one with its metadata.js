export async function behaviour(assert, env) {
  await env.KV.put('k', 'one', { metadata: { n: 1 } });
  await env.KV.put('k', 'two');
  assert.deepEqual(await env.KV.getWithMetadata('k'), { value: 'two', metadata: null, cacheStatus: null });
}
