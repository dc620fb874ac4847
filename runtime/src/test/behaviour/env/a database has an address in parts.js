export async function behaviour(assert, env) {
  // Where the port leads is the runtime's matter: wrangler puts a proxy between.
  assert.equal(typeof env.DB.port, 'number');
  assert.equal(env.DB.user, 'me');
  assert.equal(env.DB.database, 'data');
  assert(env.DB.connectionString.startsWith('postgres://me:'));
  assert.equal(typeof env.DB.host, 'string');
  assert.equal(typeof env.DB.connect, 'function');
}
