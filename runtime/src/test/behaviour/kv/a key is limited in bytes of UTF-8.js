export async function behaviour(assert, env) {
  await env.KV.put('k'.repeat(512), 'x');
  assert.equal(await env.KV.get('k'.repeat(512)), 'x');
  const message = (method, n) =>
    `KV ${method} failed: 414 UTF-8 encoded length of ${n} exceeds key length limit of 512.`;
  await assert.rejects(env.KV.get('k'.repeat(513)), 'Error', message('GET', 513));
  await assert.rejects(env.KV.put('ü'.repeat(257), 'x'), 'Error', message('PUT', 514));
  await assert.rejects(env.KV.delete('k'.repeat(600)), 'Error', message('DELETE', 600));
  await assert.rejects(env.KV.list({ prefix: 'p'.repeat(600) }), 'Error', message('GET', 600));
}
