export async function behaviour(assert, env) {
  await env.BUCKET.put('k', 'v', { customMetadata: { a: 'b' }, httpMetadata: { contentType: 'text/plain' } });
  const object = await env.BUCKET.head('k');
  assert.equal(object.constructor.name, 'HeadResult');
  assert.deepEqual(object.customMetadata, { a: 'b' });
  assert.equal(JSON.stringify(object.httpMetadata), '{"contentType":"text/plain"}');
  assert.deepEqual(object.range, { offset: 0, length: 1, suffix: undefined });
  assert.equal(object.body, undefined);
  const found = await env.BUCKET.get('k');
  assert.equal(found.constructor.name, 'GetResult');
  assert(found.body instanceof ReadableStream);
  assert.equal(found.bodyUsed, false);
  await found.text();
  assert.equal(found.bodyUsed, true);
}
