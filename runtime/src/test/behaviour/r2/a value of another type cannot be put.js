export async function behaviour(assert, env) {
  await assert.rejects(env.BUCKET.put('k', 5), 'TypeError');
  await assert.rejects(env.BUCKET.put('k', { a: 1 }), 'TypeError');
  assert.equal(await env.BUCKET.get('k'), null);
}
