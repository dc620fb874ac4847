export async function behaviour(assert, env) {
  const { DB } = env;
  const statement = DB.prepare('SELECT 1 AS a, 2 AS a UNION ALL SELECT 3, 4');
  assert.deepEqual(await statement.raw(), [[1, 2], [3, 4]]);
  assert.deepEqual(await statement.raw({ columnNames: true }), [['a', 'a'], [1, 2], [3, 4]]);
}
