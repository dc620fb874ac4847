export default async function (assert) {
  const log = [];
  await new Promise((resolve) => {
    setTimeout(() => {
      log.push('timer');
      resolve();
    }, 0);
    queueMicrotask(() => log.push('micro'));
    log.push('sync');
  });
  assert.deepEqual(log, ['sync', 'micro', 'timer']);
  assert.throws(() => queueMicrotask(1), 'TypeError');
}
