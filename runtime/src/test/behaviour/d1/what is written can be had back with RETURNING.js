export async function behaviour(assert, env) {
  const { DB } = env;
  await DB.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a)');
  assert.deepEqual((await DB.prepare('INSERT INTO t (a) VALUES (?) RETURNING *').bind('x').all()).results, [{ id: 1, a: 'x' }]);
  assert.deepEqual((await DB.prepare("UPDATE t SET a = 'y' RETURNING a").run()).results, [{ a: 'y' }]);
}
