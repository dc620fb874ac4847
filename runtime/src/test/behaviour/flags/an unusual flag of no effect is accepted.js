//! {"compatibility_flags": ["no_cf_botmanagement_default", "global_fetch_strictly_public"], "compatibility_date": "2023-07-31"}
export async function behaviour(assert, env, ctx) {
  assert.equal(env.GREETING, 'hello');
}
export class Subject {}
