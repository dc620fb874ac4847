export async function behaviour(assert, env) {
  const { DB } = env;
  await DB.exec('CREATE TABLE t (a, b)');
  const insert = DB.prepare('INSERT INTO t (a, b) VALUES (?1, ?2)');
  for (let i = 0; i < 3; i++) await insert.bind(i, `n${i}`).run();
  const select = DB.prepare('SELECT b FROM t WHERE a = ?');
  assert.equal(await select.bind(2).first('b'), 'n2');
  assert.equal(await select.bind(0).first('b'), 'n0');
}
