//! {"compatibility_date": "2025-05-19"}
export async function behaviour(assert, env, ctx) {
  assert.equal(navigator.language, 'en');
}
export class Subject {}
