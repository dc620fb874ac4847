//! {"compatibility_flags": ["no_global_navigator"]}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof globalThis.navigator, 'undefined');
}
export class Subject {}
