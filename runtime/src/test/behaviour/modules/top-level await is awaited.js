const value = await Promise.resolve(5);

export async function behaviour(assert, env, ctx) {
  assert.equal(value, 5);
}
