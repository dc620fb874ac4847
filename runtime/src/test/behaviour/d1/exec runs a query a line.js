export async function behaviour(assert, env) {
  const { DB } = env;
  const { count, duration } = await DB.exec('CREATE TABLE t (a)\nINSERT INTO t VALUES (1)\n-- a comment\nINSERT INTO t VALUES (2)');
  assert.equal(count, 3);
  assert.equal(typeof duration, 'number');
  assert.equal(await DB.prepare('SELECT sum(a) AS n FROM t').first('n'), 3);
}
