//! {"compatibility_date": "2024-11-10"}
export async function behaviour(assert, env, ctx) {
  assert.throws(
    () => new Request('http://x/', { cache: 'no-store' }),
    'Error',
    "The 'cache' field on 'RequestInitializerDict' is not implemented."
  );
}
export class Subject {}
