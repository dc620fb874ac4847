export async function behaviour(assert, env) {
  await env.KV.put('a', '{"n":1}', { metadata: { m: 1 } });
  await env.KV.put('b', '2');
  const texts = await env.KV.get(['a', 'nothing', 'b']);
  assert(texts instanceof Map);
  assert.deepEqual([...texts], [['a', '{"n":1}'], ['nothing', null], ['b', '2']]);
  assert.deepEqual([...(await env.KV.get(['a', 'b'], 'json'))], [['a', { n: 1 }], ['b', 2]]);
  assert.deepEqual([...(await env.KV.getWithMetadata(['a', 'b', 'nothing'], { type: 'json' }))], [
    ['a', { value: { n: 1 }, metadata: { m: 1 } }],
    ['b', { value: 2, metadata: null }],
    ['nothing', null],
  ]);
}
