export async function behaviour(assert, env) {
  const { readable, writable } = new FixedLengthStream(4);
  const writer = writable.getWriter();
  writer.write(new TextEncoder().encode('four'));
  writer.close();
  await env.BUCKET.put('k', readable);
  assert.equal(await (await env.BUCKET.get('k')).text(), 'four');
  await assert.rejects(
    env.BUCKET.put('k', new IdentityTransformStream().readable),
    'TypeError',
    'Provided readable stream must have a known length (request/response body or readable half of FixedLengthStream)'
  );
}
