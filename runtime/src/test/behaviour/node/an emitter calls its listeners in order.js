import { EventEmitter } from 'node:events';

export async function behaviour(assert) {
  const emitter = new EventEmitter();
  const heard = [];
  emitter.on('greet', (name) => heard.push(`on ${name}`));
  emitter.once('greet', (name) => heard.push(`once ${name}`));
  emitter.prependListener('greet', (name) => heard.push(`first ${name}`));
  assert.equal(emitter.emit('greet', 'Ann'), true);
  assert.equal(emitter.emit('greet', 'Bob'), true);
  assert.equal(emitter.emit('other'), false);
  assert.deepEqual(heard, ['first Ann', 'on Ann', 'once Ann', 'first Bob', 'on Bob']);
  assert.equal(emitter.listenerCount('greet'), 2);
  assert.deepEqual(emitter.eventNames(), ['greet']);
}
