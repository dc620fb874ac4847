export async function behaviour(assert, env) {
  await env.BUCKET.put('k', 'v');
  const object = await env.BUCKET.get('k');
  await object.text();
  await assert.rejects(
    object.text(),
    'TypeError',
    'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.'
  );
}
