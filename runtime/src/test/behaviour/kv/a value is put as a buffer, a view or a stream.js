export async function behaviour(assert, env) {
  const bytes = new Uint8Array([0, 1, 2, 253, 254, 255]);
  await env.KV.put('buffer', bytes.buffer);
  await env.KV.put('view', bytes.subarray(1, 4));
  await env.KV.put('data view', new DataView(bytes.buffer, 4));
  assert.deepEqual(await env.KV.get('buffer', 'arrayBuffer'), bytes.buffer);
  assert.deepEqual(await env.KV.get('view', 'arrayBuffer'), bytes.buffer.slice(1, 4));
  assert.deepEqual(await env.KV.get('data view', 'arrayBuffer'), bytes.buffer.slice(4));
  await env.KV.put('stream', new Response('from a stream').body);
  assert.equal(await env.KV.get('stream'), 'from a stream');
}
