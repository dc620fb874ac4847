export async function behaviour(assert, env) {
  assert.equal(env.TEXT, 'hello');
  assert.equal(env.NUMBER, 5);
  assert.equal(env.FLAG, false);
  assert.equal(env.NOTHING, null);
  assert.deepEqual(env.LIST, [1, 'two']);
  assert.deepEqual(env.DEEP, { a: { b: 1.5 } });
}
