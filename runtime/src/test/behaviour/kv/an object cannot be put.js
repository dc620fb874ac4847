const MESSAGE =
  'KV put() accepts only strings, ArrayBuffers, ArrayBufferViews, and ReadableStreams as values.';

export async function behaviour(assert, env) {
  await assert.rejects(env.KV.put('o', {}), 'TypeError', MESSAGE);
  await assert.rejects(env.KV.put('o', new Blob(['x'])), 'TypeError', MESSAGE);
  await assert.rejects(env.KV.put('o', [1]), 'TypeError', MESSAGE);
  assert.equal(await env.KV.get('o'), null);
}
