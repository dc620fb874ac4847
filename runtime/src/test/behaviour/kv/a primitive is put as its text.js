export async function behaviour(assert, env) {
  await env.KV.put('n', 5);
  assert.equal(await env.KV.get('n'), '5');
  await env.KV.put('n', null);
  assert.equal(await env.KV.get('n'), 'null');
  await env.KV.put(1, true);
  assert.equal(await env.KV.get('1'), 'true');
}
