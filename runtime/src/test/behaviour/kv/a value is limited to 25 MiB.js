export async function behaviour(assert, env) {
  await assert.rejects(
    env.KV.put('k', new Uint8Array(25 * 1024 * 1024 + 1)),
    'Error',
    'KV PUT failed: 413 Value length of 26214401 exceeds limit of 26214400.'
  );
  assert.equal(await env.KV.get('k'), null);
}
