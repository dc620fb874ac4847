import { EventEmitter, getEventListeners, setMaxListeners, getMaxListeners, listenerCount } from 'node:events';

export async function behaviour(assert) {
  const emitter = new EventEmitter();
  const changes = [];
  emitter.on('newListener', (name) => changes.push(`+${String(name)}`));
  emitter.on('removeListener', (name) => changes.push(`-${String(name)}`));
  const a = () => {};
  const key = Symbol('key');
  emitter.once('x', a);
  emitter.on(key, a);
  emitter.off('x', a);
  emitter.removeAllListeners(key);
  assert.deepEqual(changes, ['+removeListener', '+x', '+Symbol(key)', '-x', '-Symbol(key)']);
  emitter.once('y', a);
  assert.deepEqual(getEventListeners(emitter, 'y'), [a]);
  assert.equal(emitter.rawListeners('y')[0] === a, false);
  assert.equal(listenerCount(emitter, 'y'), 1);
  setMaxListeners(50, emitter);
  assert.equal(getMaxListeners(emitter), 50);
  assert.throws(() => emitter.on('z', 'no function'), 'TypeError', 'The "listener" argument must be of type function. Received type string (\'no function\')');
}
