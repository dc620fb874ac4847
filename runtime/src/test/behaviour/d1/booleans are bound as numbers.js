export async function behaviour(assert, env) {
  const { DB } = env;
  assert.deepEqual(await DB.prepare('SELECT ? AS t, ? AS f, ? AS n').bind(true, false, null).first(), { t: 1, f: 0, n: null });
}
