export async function behaviour(assert, env) {
  const { DB } = env;
  try {
    await DB.prepare('SELECT * FROM nope').all();
    throw new Error('no error');
  } catch (error) {
    assert.equal(error.message, 'D1_ERROR: no such table: nope: SQLITE_ERROR');
    assert.equal(error.cause.message, 'no such table: nope: SQLITE_ERROR');
  }
  await assert.rejects(DB.prepare('SELEC').run(), 'Error', 'D1_ERROR: near "SELEC": syntax error at offset 0: SQLITE_ERROR');
  await assert.rejects(DB.prepare('SELECT ?').run(), 'Error', 'D1_ERROR: Wrong number of parameter bindings for SQL query.');
  await assert.rejects(DB.prepare('').run(), 'Error', 'D1_ERROR: No SQL statements detected.');
}
