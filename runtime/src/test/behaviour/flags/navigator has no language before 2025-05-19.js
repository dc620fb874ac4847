//! {"compatibility_date": "2025-05-18"}
export async function behaviour(assert, env, ctx) {
  assert.equal(navigator.language, undefined);
  assert.equal(navigator.userAgent, 'Cloudflare-Workers');
}
export class Subject {}
