export async function behaviour(assert, env) {
  const { DB } = env;
  const bound = async (value) => DB.prepare('SELECT ? AS v').bind(value).first('v');
  assert.deepEqual(await bound(new Uint8Array([1, 255])), [1, 255]);
  assert.deepEqual(await bound(new Uint8Array([7]).buffer), [7]);
  assert.deepEqual(await bound([1, 2]), [1, 2]);
  assert.equal(await DB.prepare('SELECT typeof(?) AS t').bind(new Uint8Array(1)).first('t'), 'blob');
}
