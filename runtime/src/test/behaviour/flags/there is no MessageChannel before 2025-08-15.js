//! {"compatibility_date": "2025-08-14"}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof globalThis.MessageChannel, 'undefined');
}
export class Subject {}
