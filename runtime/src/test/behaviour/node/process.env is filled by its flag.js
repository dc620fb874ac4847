//! {"compatibility_date": "2025-03-31", "compatibility_flags": ["nodejs_compat", "nodejs_compat_populate_process_env"], "vars": {"NAME": "durascope"}}

export async function behaviour(assert) {
  assert.equal(process.env.NAME, 'durascope');
}
