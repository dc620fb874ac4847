//! {"compatibility_date": "2025-05-05"}
export async function behaviour(assert, env, ctx) {
  const target = {};
  assert.equal(new WeakRef(target).deref(), target);
  assert.equal(typeof FinalizationRegistry, 'function');
}
export class Subject {}
