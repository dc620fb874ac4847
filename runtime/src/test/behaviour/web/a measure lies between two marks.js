export default async function (assert) {
  performance.mark('a', { startTime: 10 });
  performance.mark('b', { startTime: 25 });
  const between = performance.measure('between', 'a', 'b');
  assert.deepEqual([between.startTime, between.duration], [10, 15]);
  assert.deepEqual(performance.measure('options', { start: 3, end: 8 }).toJSON(), { name: 'options', entryType: 'measure', startTime: 3, duration: 5 });
  assert.equal(performance.measure('length', { start: 3, duration: 8 }).duration, 8);
  assert.equal(performance.measure('backwards', { start: 8, end: 3 }).duration, 0);
  const unknown = performance.measure('unknown', 'nothing of this name');
  assert.equal(unknown.startTime, 0);
}
