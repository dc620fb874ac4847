export async function behaviour(assert, env) {
  const { DB } = env;
  const session = DB.withSession();
  assert.equal(session.getBookmark(), null);
  await session.prepare('CREATE TABLE t (a)').run();
  const first = session.getBookmark();
  assert.equal(typeof first, 'string');
  await session.batch([session.prepare('INSERT INTO t VALUES (1)')]);
  assert(session.getBookmark() >= first);
  const second = DB.withSession(first);
  assert.equal(second.getBookmark(), first);
  assert.deepEqual(await second.prepare('SELECT a FROM t').first(), { a: 1 });
}
