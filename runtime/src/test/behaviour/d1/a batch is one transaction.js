export async function behaviour(assert, env) {
  const { DB } = env;
  await DB.exec('CREATE TABLE t (a UNIQUE)');
  const insert = DB.prepare('INSERT INTO t VALUES (?)');
  const results = await DB.batch([insert.bind(1), insert.bind(2), DB.prepare('SELECT a FROM t')]);
  assert.deepEqual(results.map((r) => r.results), [[], [], [{ a: 1 }, { a: 2 }]]);
  await assert.rejects(DB.batch([insert.bind(3), insert.bind(1)]), 'Error', 'D1_ERROR: UNIQUE constraint failed: t.a: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)');
  assert.equal(await DB.prepare('SELECT count(*) AS n FROM t').first('n'), 2);
}
