//! {"compatibility_date": "2024-09-22", "compatibility_flags": ["nodejs_compat"]}
import { Buffer } from 'node:buffer';
import { EventEmitter } from 'node:events';
import util from 'node:util';

export async function behaviour(assert) {
  assert.equal(Buffer.from('x').toString('hex'), '78');
  assert.equal(typeof new EventEmitter().on, 'function');
  assert.equal(util.format('%s', 1), '1');
  assert.equal(typeof globalThis.Buffer, 'undefined');
  assert.equal(typeof globalThis.process, 'undefined');
  assert.equal(typeof globalThis.setImmediate, 'undefined');
}
