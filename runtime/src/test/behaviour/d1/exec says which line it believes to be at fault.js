export async function behaviour(assert, env) {
  const { DB } = env;
  await assert.rejects(DB.exec('SELECT 1\nSELECT * FROM nope'), 'Error', 'D1_EXEC_ERROR: Error in line 1: SELECT 1: no such table: nope: SQLITE_ERROR');
  await assert.rejects(DB.exec('-- nothing'), 'Error', 'D1_EXEC_ERROR: Error in line 1: -- nothing: No SQL statements detected.');
}
