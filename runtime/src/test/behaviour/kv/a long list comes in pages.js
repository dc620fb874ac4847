export async function behaviour(assert, env) {
  for (let i = 0; i < 7; i++) await env.KV.put(`k${i}`, 'v');
  const names = [];
  let page = { cursor: undefined };
  do {
    page = await env.KV.list({ limit: 3, cursor: page.cursor });
    names.push(page.keys.map((key) => key.name).join(' '));
    assert.equal(page.list_complete, page.cursor === undefined);
  } while (!page.list_complete);
  assert.deepEqual(names, ['k0 k1 k2', 'k3 k4 k5', 'k6']);
  assert.equal((await env.KV.list({ limit: 7 })).list_complete, true);
}
