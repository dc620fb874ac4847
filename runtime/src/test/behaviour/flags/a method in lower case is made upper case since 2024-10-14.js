//! {"compatibility_date": "2024-10-14"}
export async function behaviour(assert, env, ctx) {
  assert.equal(new Request('http://x/', { method: 'patch' }).method, 'PATCH');
  assert.equal(new Request('http://x/', { method: 'get' }).method, 'GET');
}
export class Subject {}
