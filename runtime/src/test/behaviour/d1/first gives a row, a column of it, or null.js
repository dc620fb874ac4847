export async function behaviour(assert, env) {
  const { DB } = env;
  const statement = DB.prepare('SELECT ? AS a, 2 AS b WHERE ?1 > 0');
  assert.deepEqual(await statement.bind(1).first(), { a: 1, b: 2 });
  assert.equal(await statement.bind(1).first('b'), 2);
  assert.equal(await statement.bind(0).first(), null);
  assert.equal(await statement.bind(0).first('a'), null);
  await assert.rejects(statement.bind(1).first('c'), 'Error', 'D1_COLUMN_NOTFOUND: Column not found (c)');
}
