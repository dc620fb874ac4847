import childProcess from 'node:child_process';
import vm from 'node:vm';
import v8 from 'node:v8';
import { Worker, isMainThread } from 'node:worker_threads';
import { parseArgs } from 'node:util';

export async function behaviour(assert) {
  assert.throws(() => childProcess.spawn('ls'), 'Error', 'The child_process.spawn method is not implemented');
  assert.throws(() => new vm.Script('1').runInThisContext(), 'Error', 'The runInThisContext method is not implemented');
  assert.throws(() => v8.serialize({}), 'Error', 'The serialize method is not implemented');
  assert.throws(() => new Worker('x.js'), 'Error', 'The Worker method is not implemented');
  assert.throws(() => parseArgs(), 'Error', 'node:util parseArgs is not implemented');
  assert.equal(isMainThread, true);
  try {
    childProcess.execSync('ls');
  } catch (error) {
    assert.equal(error.code, 'ERR_METHOD_NOT_IMPLEMENTED');
  }
}
