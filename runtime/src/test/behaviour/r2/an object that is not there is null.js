export async function behaviour(assert, env) {
  assert.equal(await env.BUCKET.get('nothing'), null);
  assert.equal(await env.BUCKET.head('nothing'), null);
  assert.equal(await env.BUCKET.delete('nothing'), undefined);
}
