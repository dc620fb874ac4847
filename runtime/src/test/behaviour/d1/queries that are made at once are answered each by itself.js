export async function behaviour(assert, env) {
  const { DB } = env;
  await DB.exec('CREATE TABLE t (a)');
  await Promise.all(Array.from({ length: 20 }, (_, i) => DB.prepare('INSERT INTO t VALUES (?)').bind(i).run()));
  assert.equal(await DB.prepare('SELECT count(DISTINCT a) AS n FROM t').first('n'), 20);
}
