import { Buffer as Imported } from 'node:buffer';
import process_ from 'node:process';

export async function behaviour(assert) {
  assert.equal(Buffer, Imported);
  assert.equal(process, process_);
  assert.equal(global, globalThis);
  assert.equal(typeof setImmediate, 'function');
  assert.equal(process.platform, 'linux');
  assert.equal(typeof process.nextTick, 'function');
}
