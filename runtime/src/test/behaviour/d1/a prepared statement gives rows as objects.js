export async function behaviour(assert, env) {
  const { DB } = env;
  const { success, results } = await DB.prepare('SELECT 1 AS a, ? AS b').bind('two').all();
  assert.equal(success, true);
  assert.deepEqual(results, [{ a: 1, b: 'two' }]);
}
