export async function behaviour(assert, env) {
  await env.BUCKET.put('k', '{"a":1}', { httpMetadata: { contentType: 'application/json' } });
  assert.deepEqual(await (await env.BUCKET.get('k')).json(), { a: 1 });
  assert.equal((await (await env.BUCKET.get('k')).arrayBuffer()).byteLength, 7);
  assert.equal((await (await env.BUCKET.get('k')).bytes())[0], 123);
  const blob = await (await env.BUCKET.get('k')).blob();
  assert.equal(blob.type, 'application/json');
  assert.equal(await blob.text(), '{"a":1}');
  assert.equal(await new Response((await env.BUCKET.get('k')).body).text(), '{"a":1}');
}
