export async function behaviour(assert, env) {
  const { DB } = env;
  await DB.exec('CREATE TABLE t (a)');
  await DB.exec('INSERT INTO t VALUES (1)');
  const { meta } = await DB.prepare('SELECT * FROM t').all();
  assert.equal(meta.changes, 0);
  assert.equal(meta.changed_db, false);
  assert.equal(meta.rows_read, 1);
  assert.equal(meta.rows_written, 0);
}
