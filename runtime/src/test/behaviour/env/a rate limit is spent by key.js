export async function behaviour(assert, env) {
  const take = async (key) => (await env.LIMIT.limit({ key })).success;
  // A window may end meanwhile: of four in a row, two windows see no more than two each.
  const first = [await take('a'), await take('a')];
  assert.deepEqual(first, [true, true]);
  assert.equal(await take('b'), true);
  assert.deepEqual(await env.LIMIT.limit({}), { success: true });
}
