export async function behaviour(assert, env) {
  const { DB } = env;
  await DB.prepare('CREATE TABLE t (id INTEGER PRIMARY KEY, a)').run();
  const { success, meta, results } = await DB.prepare('INSERT INTO t (a) VALUES (?), (?)').bind('x', 'y').run();
  assert.equal(success, true);
  assert.deepEqual(results, []);
  assert.equal(meta.changes, 2);
  assert.equal(meta.last_row_id, 2);
  assert.equal(meta.changed_db, true);
  assert.equal(meta.rows_written, 2);
  assert.equal(meta.served_by, 'miniflare.db');
  assert.equal(meta.size_after % 4096, 0);
  assert.equal(typeof meta.duration, 'number');
}
