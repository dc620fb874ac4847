export async function behaviour(assert, env) {
  for (const key of ['user:1', 'user:2', 'User:3', 'use', 'x']) await env.KV.put(key, 'v');
  const names = async (options) => (await env.KV.list(options)).keys.map((key) => key.name);
  assert.deepEqual(await names({ prefix: 'user:' }), ['user:1', 'user:2']);
  assert.deepEqual(await names({ prefix: '' }), ['User:3', 'use', 'user:1', 'user:2', 'x']);
  assert.deepEqual(await names({ prefix: null }), ['User:3', 'use', 'user:1', 'user:2', 'x']);
  assert.deepEqual(await names({ prefix: 'none' }), []);
}
