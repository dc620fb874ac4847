export default async function (assert) {
  const mark = performance.mark('start', { startTime: 5, detail: { of: 'work' } });
  assert(mark instanceof PerformanceMark && mark instanceof PerformanceEntry);
  assert.deepEqual(mark.toJSON(), { name: 'start', entryType: 'mark', startTime: 5, duration: 0, detail: { of: 'work' } });
  assert.equal(performance.mark('bare').detail, null);
  assert.deepEqual(new PerformanceMark('own', { startTime: 2 }).toJSON(), { name: 'own', entryType: 'mark', startTime: 2, duration: 0 });
  assert.throws(() => performance.mark(), 'TypeError', "Failed to execute 'mark' on 'Performance': parameter 1 is not of type 'string'.");
  assert.throws(
    () => performance.mark('x', { detail: 3 }),
    'TypeError',
    "Incorrect type for the 'detail' field on 'Options': the provided value is not of type 'Object'."
  );
}
