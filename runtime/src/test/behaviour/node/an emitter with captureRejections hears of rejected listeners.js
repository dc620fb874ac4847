import { EventEmitter } from 'node:events';

export async function behaviour(assert) {
  const emitter = new EventEmitter({ captureRejections: true });
  emitter.on('work', async () => {
    throw new RangeError('late');
  });
  const heard = new Promise((resolve) => emitter.on('error', resolve));
  emitter.emit('work');
  assert.equal((await heard).message, 'late');
}
