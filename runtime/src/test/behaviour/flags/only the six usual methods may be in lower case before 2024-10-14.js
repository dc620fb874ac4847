//! {"compatibility_date": "2024-10-13"}
export async function behaviour(assert, env, ctx) {
  assert.equal(new Request('http://x/', { method: 'post' }).method, 'POST');
  assert.throws(() => new Request('http://x/', { method: 'patch' }), 'TypeError', 'Invalid HTTP method string: patch');
}
export class Subject {}
