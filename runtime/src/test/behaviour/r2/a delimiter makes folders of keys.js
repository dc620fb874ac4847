export async function behaviour(assert, env) {
  for (const key of ['a', 'dir/x', 'dir/y', 'dir/sub/z', 'other/x']) await env.BUCKET.put(key, 'v');
  const list = async (options) => {
    const { objects, delimitedPrefixes } = await env.BUCKET.list({ delimiter: '/', ...options });
    return `${objects.map((object) => object.key)} | ${delimitedPrefixes}`;
  };
  assert.equal(await list(), 'a | dir/,other/');
  assert.equal(await list({ prefix: 'dir/' }), 'dir/x,dir/y | dir/sub/');
}
