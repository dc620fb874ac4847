export default async function (assert) {
  assert.equal(performance.timeOrigin, 0);
  const before = Date.now();
  const now = performance.now();
  assert(now >= before && now <= Date.now(), `${now}`);
  assert.deepEqual(performance.toJSON(), { timeOrigin: 0 });
}
