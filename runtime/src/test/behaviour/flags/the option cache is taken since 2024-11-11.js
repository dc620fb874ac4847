//! {"compatibility_date": "2024-11-11"}
export async function behaviour(assert, env, ctx) {
  assert.equal(new Request('http://x/', { cache: 'no-store' }).cache, 'no-store');
  assert.throws(() => new Request('http://x/', { cache: 'no-cache' }), 'TypeError', 'Unsupported cache mode: no-cache');
}
export class Subject {}
