export async function behaviour(assert, env) {
  assert.equal(await env.KV.get('nothing'), null);
  assert.equal(await env.KV.get('nothing', 'json'), null);
  assert.equal(await env.KV.get('nothing', 'arrayBuffer'), null);
  assert.equal(await env.KV.get('nothing', 'stream'), null);
  assert.deepEqual(await env.KV.getWithMetadata('nothing'), { value: null, metadata: null, cacheStatus: null });
}
