export async function behaviour(assert, env) {
  assert.equal(env.KV.constructor.name, 'KvNamespace');
  assert.equal(Object.prototype.toString.call(env.KV), '[object KvNamespace]');
  assert(Object.keys(env).includes('KV'));
  assert.equal(env.KV, env.KV);
}
