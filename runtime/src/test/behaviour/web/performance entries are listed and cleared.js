export default async function (assert) {
  performance.mark('a');
  performance.mark('b');
  performance.measure('a', 'a');
  const names = () => performance.getEntries().map((entry) => `${entry.entryType} ${entry.name}`);
  assert.deepEqual(names(), ['mark a', 'mark b', 'measure a']);
  assert.equal(performance.getEntriesByName('a').length, 2);
  assert.equal(performance.getEntriesByName('a', 'mark').length, 1);
  assert.equal(performance.getEntriesByType('measure').length, 1);
  performance.clearMarks('a');
  assert.deepEqual(names(), ['mark b']);
  performance.clearMarks();
  performance.clearMeasures();
  performance.clearResourceTimings();
  assert.deepEqual(names(), []);
}
