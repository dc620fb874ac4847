export async function behaviour(assert, env) {
  await env.KV.put('value', '{"n":[1,2]}');
  assert.deepEqual(await env.KV.get('value', 'json'), { n: [1, 2] });
  assert.deepEqual(await env.KV.get('value', { type: 'json' }), { n: [1, 2] });
  const buffer = await env.KV.get('value', 'arrayBuffer');
  assert(buffer instanceof ArrayBuffer);
  assert.equal(new TextDecoder().decode(buffer), '{"n":[1,2]}');
  const stream = await env.KV.get('value', { type: 'stream' });
  assert(stream instanceof ReadableStream);
  assert.equal(await new Response(stream).text(), '{"n":[1,2]}');
}
