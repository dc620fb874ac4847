export async function behaviour(assert, env) {
  const { LIMIT } = env;
  await assert.rejects(LIMIT.limit(), 'Error', 'invalid rate limit options');
  await assert.rejects(LIMIT.limit({ key: 1 }), 'Error', 'invalid key: 1');
  await assert.rejects(LIMIT.limit({ name: 'x', a: 1 }), 'Error', 'bad rate limit options: [name,a]');
  await assert.rejects(LIMIT.limit({ period: 7 }), 'Error', 'unsupported period: 7');
  await assert.rejects(LIMIT.limit({ delta: 0 }), 'RangeError', 'delta must be non-zero');
}
