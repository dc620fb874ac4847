//! {"compatibility_date": "2022-01-01", "compatibility_flags": ["global_navigator"]}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof navigator, 'object');
}
export class Subject {}
