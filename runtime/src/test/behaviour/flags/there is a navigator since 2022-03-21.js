//! {"compatibility_date": "2022-03-21"}
export async function behaviour(assert, env, ctx) {
  assert.equal(navigator.userAgent, 'Cloudflare-Workers');
}
export class Subject {}
