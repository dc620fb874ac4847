//! {"compatibility_date": "2025-08-07"}
export async function behaviour(assert, env, ctx) {
  assert.equal(new Request('http://x/', { cache: 'no-cache' }).cache, 'no-cache');
  assert.throws(() => new Request('http://x/', { cache: 'reload' }), 'TypeError', 'Unsupported cache mode: reload');
}
export class Subject {}
