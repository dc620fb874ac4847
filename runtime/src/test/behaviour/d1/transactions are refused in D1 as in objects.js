export async function behaviour(assert, env) {
  const { DB } = env;
  try {
    await DB.prepare('BEGIN').run();
    throw new Error('no error');
  } catch (error) {
    assert(error.message.startsWith('D1_ERROR: To execute a transaction, please use the state.storage.transaction()'), error.message);
  }
  await assert.rejects(DB.prepare('PRAGMA user_version').all(), 'Error', 'D1_ERROR: not authorized: SQLITE_AUTH');
}
