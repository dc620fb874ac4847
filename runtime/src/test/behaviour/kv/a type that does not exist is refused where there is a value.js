export async function behaviour(assert, env) {
  const message =
    'Unknown response type. Possible types are "text", "arrayBuffer", "json", and "stream".';
  await env.KV.put('k', 'v');
  await assert.rejects(env.KV.get('k', 'blob'), 'TypeError', message);
  await assert.rejects(env.KV.get('k', { type: 'blob' }), 'TypeError', message);
  assert.equal(await env.KV.get('nothing', 'blob'), null);
}
