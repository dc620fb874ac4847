export async function behaviour(assert, env) {
  const bytes = new Uint8Array(3 * 1024 * 1024 + 7);
  for (let i = 0; i < bytes.length; i += 4096) bytes[i] = i >> 12;
  await env.BUCKET.put('large', bytes);
  const read = new Uint8Array(await (await env.BUCKET.get('large')).arrayBuffer());
  assert.equal(read.length, bytes.length);
  assert.equal(read[4096 * 700], bytes[4096 * 700]);
  const part = await env.BUCKET.get('large', { range: { offset: 4096 * 5, length: 2 * 1024 * 1024 } });
  const partial = await part.bytes();
  assert.equal(partial.length, 2 * 1024 * 1024);
  assert.equal(partial[0], 5);
}
