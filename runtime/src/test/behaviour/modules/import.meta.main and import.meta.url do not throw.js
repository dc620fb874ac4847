
export async function behaviour(assert, env, ctx) {
  assert(['string', 'undefined'].includes(typeof import.meta.url));
}
