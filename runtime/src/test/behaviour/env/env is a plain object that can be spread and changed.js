export async function behaviour(assert, env) {
  const copy = { ...env, TEXT: 'changed' };
  assert.equal(copy.TEXT, 'changed');
  assert.equal(copy.LIMIT, env.LIMIT);
  assert.equal('NONE' in env, false);
  assert.equal(env.NONE, undefined);
  assert(Object.keys(env).includes('LIMIT'));
}
