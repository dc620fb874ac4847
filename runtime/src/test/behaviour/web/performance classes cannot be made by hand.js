export default async function (assert) {
  for (const Class of [Performance, PerformanceEntry, PerformanceMeasure, Navigator]) {
    assert.throws(() => new Class('x'), 'TypeError', 'Illegal constructor');
  }
  assert(performance instanceof EventTarget);
}
