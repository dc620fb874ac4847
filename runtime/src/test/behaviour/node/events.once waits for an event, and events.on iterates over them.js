import { EventEmitter, once, on } from 'node:events';

export async function behaviour(assert) {
  const emitter = new EventEmitter();
  queueMicrotask(() => emitter.emit('ready', 1, 2));
  assert.deepEqual(await once(emitter, 'ready'), [1, 2]);

  queueMicrotask(() => emitter.emit('error', new Error('broken')));
  await assert.rejects(once(emitter, 'ready'), 'Error', 'broken');

  const seen = [];
  queueMicrotask(() => {
    emitter.emit('tick', 'a');
    emitter.emit('tick', 'b');
  });
  for await (const [value] of on(emitter, 'tick')) {
    seen.push(value);
    if (seen.length === 2) break;
  }
  assert.deepEqual(seen, ['a', 'b']);
  assert.equal(emitter.listenerCount('tick'), 0);
}
