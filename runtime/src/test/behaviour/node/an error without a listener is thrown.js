import { EventEmitter, errorMonitor } from 'node:events';

export async function behaviour(assert) {
  const emitter = new EventEmitter();
  assert.throws(() => emitter.emit('error', new RangeError('too far')), 'RangeError', 'too far');
  let seen = null;
  emitter.on(errorMonitor, (error) => (seen = error.message));
  assert.throws(() => emitter.emit('error', new Error('monitored')), 'Error', 'monitored');
  assert.equal(seen, 'monitored');
  assert.throws(() => emitter.emit('error', 'text'), 'Error', "Unhandled error. ('text')");
}
