export async function behaviour(assert, env) {
  await env.KV.put('k', 'v', { metadata: 'y'.repeat(1022) });
  await assert.rejects(
    env.KV.put('k', 'v', { metadata: 'y'.repeat(1023) }),
    'Error',
    'KV PUT failed: 413 Metadata length of 1025 exceeds limit of 1024.'
  );
}
