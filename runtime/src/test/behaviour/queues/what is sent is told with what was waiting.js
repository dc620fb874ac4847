export async function behaviour(assert, env) {
  const sent = await env.NOBODY.send('x');
  assert.equal(sent.metadata.metrics.backlogCount, 0);
  assert.equal(sent.metadata.metrics.backlogBytes, 0);
  const { backlogCount, backlogBytes } = await env.NOBODY.metrics();
  assert.equal(backlogCount, 0);
  assert.equal(backlogBytes, 0);
}
