//! {"compatibility_date": "2023-07-01"}
export async function behaviour(assert, env, ctx) {
  const params = new URLSearchParams('a=1&a=2');
  params.delete('a', '1');
  assert.equal(String(params), 'a=2');
  assert.equal(params.has('a', '1'), false);
}
export class Subject {}
