export async function behaviour(assert, env) {
  assert.equal(await env.KV.put('greeting', 'grüß dich 👋'), undefined);
  assert.equal(await env.KV.get('greeting'), 'grüß dich 👋');
  assert.equal(await env.KV.get('greeting', 'text'), 'grüß dich 👋');
}
