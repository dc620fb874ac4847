export async function behaviour(assert, env) {
  await env.KV.put('k', 'v');
  assert.equal(await env.KV.delete('k'), undefined);
  assert.equal(await env.KV.get('k'), null);
  assert.equal(await env.KV.delete('k'), undefined);
}
