export default async function (assert) {
  const observer = new PerformanceObserver(() => {});
  assert.equal(observer.observe({ entryTypes: ['mark'] }), undefined);
  assert.deepEqual(observer.takeRecords(), []);
  observer.disconnect();
  assert.deepEqual(PerformanceObserver.supportedEntryTypes, ['measure', 'mark']);
  assert.deepEqual(performance.eventLoopUtilization(), { idle: 0, active: 0, utilization: 0 });
  assert.equal(performance.timerify(() => 3)(), 3);
  assert.equal(performance.nodeTiming.name, 'node');
  assert.equal(performance.eventCounts.size, 0);
}
