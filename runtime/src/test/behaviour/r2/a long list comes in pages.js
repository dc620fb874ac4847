export async function behaviour(assert, env) {
  for (let i = 0; i < 5; i++) await env.BUCKET.put(`k${i}`, 'v');
  const pages = [];
  let page;
  do {
    page = await env.BUCKET.list({ limit: 2, cursor: page?.cursor });
    pages.push(page.objects.map((object) => object.key).join(' '));
    assert.equal(typeof page.cursor, page.truncated ? 'string' : 'undefined');
  } while (page.truncated);
  assert.deepEqual(pages, ['k0 k1', 'k2 k3', 'k4']);
  await assert.rejects(
    env.BUCKET.list({ limit: 1001 }),
    'Error',
    'list: MaxKeys params must be positive integer <= 1000. (10022)'
  );
}
