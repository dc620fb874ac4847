export async function behaviour(assert) {
  assert.equal(process.version, `v${process.versions.node}`);
  assert(process.version.startsWith('v22.'));
  assert.deepEqual(process.argv, ['workerd']);
  assert.equal(process.title, 'workerd');
  assert.equal(process.pid, 1);
  assert.equal(process.uptime(), 0);
  assert.equal(process.hrtime().length, 2);
  assert.equal(typeof process.hrtime.bigint(), 'bigint');
  assert.deepEqual(process.memoryUsage(), { rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 });
  assert.throws(() => process.kill(1), 'Error', 'The process.kill method is not implemented');
  let heard = 0;
  process.on('custom', () => heard++);
  process.emit('custom');
  assert.equal(heard, 1);
}
