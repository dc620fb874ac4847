//! {"vectorize": [{"binding": "INDEX", "index_name": "index"}], "vars": {"NAME": "value"}}
export async function behaviour(assert, env) {
  const written = JSON.parse(JSON.stringify(env));
  assert.equal(written.NAME, 'value');
  assert.equal(typeof env.INDEX, 'object');
  assert.equal(await env.INDEX, env.INDEX);
}
