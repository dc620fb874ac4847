//! {"compatibility_date": "2023-06-30"}
export async function behaviour(assert, env, ctx) {
  const params = new URLSearchParams('a=1&a=2&b=3');
  assert.equal(params.has('a', '7'), true);
  params.delete('a', '1');
  assert.equal(String(params), 'b=3');
}
export class Subject {}
