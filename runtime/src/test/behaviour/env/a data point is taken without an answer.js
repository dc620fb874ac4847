export async function behaviour(assert, env) {
  const point = { blobs: ['a', null], doubles: [1.5], indexes: ['i'] };
  assert.equal(env.POINTS.writeDataPoint(point), undefined);
  assert.equal(env.POINTS.writeDataPoint(), undefined);
}
