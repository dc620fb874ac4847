
export async function behaviour(assert, env, ctx) {
  assert.equal((function () { return this; })(), undefined);
}
