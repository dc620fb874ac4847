export async function behaviour(assert, env) {
  await env.KV.put('k', 'one');
  await env.OTHER.put('k', 'two');
  await env.NAMELESS.put('k', 'three');
  assert.equal(await env.KV.get('k'), 'one');
  assert.equal(await env.OTHER.get('k'), 'two');
  assert.equal(await env.NAMELESS.get('k'), 'three');
}
