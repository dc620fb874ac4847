export async function behaviour(assert, env) {
  const message = (action) => `${action}: The specified object name is not valid. (10020)`;
  const key = 'k'.repeat(1025);
  await env.BUCKET.put('k'.repeat(1024), 'v');
  await assert.rejects(env.BUCKET.put(key, 'v'), 'Error', message('put'));
  await assert.rejects(env.BUCKET.get(key), 'Error', message('get'));
  await assert.rejects(env.BUCKET.head(key), 'Error', message('head'));
  await assert.rejects(env.BUCKET.delete(key), 'Error', message('delete'));
}
