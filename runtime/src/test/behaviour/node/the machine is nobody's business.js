import os from 'node:os';

export async function behaviour(assert) {
  assert.equal(os.platform(), 'linux');
  assert.equal(os.type(), 'Linux');
  assert.equal(os.EOL, '\n');
  assert.equal(os.hostname(), 'localhost');
  assert.deepEqual(os.cpus(), []);
  assert.equal(os.totalmem(), 0);
  assert.equal(os.constants.signals.SIGTERM, 15);
  assert.equal(os.constants.errno.ENOENT, 2);
}
