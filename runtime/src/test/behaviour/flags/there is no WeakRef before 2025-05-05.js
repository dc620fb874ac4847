//! {"compatibility_date": "2025-05-04"}
export async function behaviour(assert, env, ctx) {
  assert.equal(typeof globalThis.WeakRef, 'undefined');
  assert.equal(typeof globalThis.FinalizationRegistry, 'undefined');
}
export class Subject {}
