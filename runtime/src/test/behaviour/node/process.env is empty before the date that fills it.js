//! {"compatibility_date": "2025-03-31", "vars": {"NAME": "durascope"}}

export async function behaviour(assert) {
  assert.equal(process.env.NAME, undefined);
}
