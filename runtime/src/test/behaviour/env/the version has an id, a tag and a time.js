export async function behaviour(assert, env) {
  assert(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(env.VERSION.id));
  assert.equal(env.VERSION.tag, '');
  assert(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(env.VERSION.timestamp));
}
