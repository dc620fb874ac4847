export async function behaviour(assert, env) {
  await env.KV.put('k', 'hello');
  await assert.rejects(env.KV.get('k', 'json'), 'SyntaxError');
}
