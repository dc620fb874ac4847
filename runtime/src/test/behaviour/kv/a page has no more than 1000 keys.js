export async function behaviour(assert, env) {
  await env.KV.put('k', 'v');
  assert.equal((await env.KV.list({ limit: 1000 })).keys.length, 1);
  assert.equal((await env.KV.list({ limit: 0 })).keys.length, 1);
  await assert.rejects(
    env.KV.list({ limit: 1001 }),
    'Error',
    'KV GET failed: 400 Invalid key_count_limit of 1001. Please specify an integer less than 1000.'
  );
}
