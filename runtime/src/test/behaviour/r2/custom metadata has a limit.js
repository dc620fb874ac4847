export async function behaviour(assert, env) {
  await env.BUCKET.put('k', 'v', { customMetadata: { a: 'x'.repeat(8191) } });
  await assert.rejects(
    env.BUCKET.put('k', 'v', { customMetadata: { a: 'x'.repeat(8192) } }),
    'Error',
    'put: Your metadata headers exceed the maximum allowed metadata size. (10012)'
  );
}
