import { EventEmitterAsyncResource } from 'node:events';
import { AsyncLocalStorage } from 'node:async_hooks';

export async function behaviour(assert) {
  const storage = new AsyncLocalStorage();
  const emitter = storage.run('made here', () => new EventEmitterAsyncResource({ name: 'R' }));
  let seen;
  emitter.on('x', () => (seen = storage.getStore()));
  storage.run('emitted here', () => emitter.emit('x'));
  assert.equal(seen, 'made here');
}
