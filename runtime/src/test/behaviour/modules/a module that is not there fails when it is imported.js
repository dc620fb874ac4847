
export async function behaviour(assert, env, ctx) {
  const name = './nothing-' + 1;
  await assert.rejects(import(name), 'Error');
}
