import { EventEmitter, once, on, addAbortListener } from 'node:events';

export async function behaviour(assert) {
  const emitter = new EventEmitter();
  const controller = new AbortController();
  const waiting = once(emitter, 'never', { signal: controller.signal });
  const iterator = on(emitter, 'never', { signal: controller.signal });
  const next = iterator.next();
  let told = false;
  addAbortListener(controller.signal, () => (told = true));
  controller.abort();
  await assert.rejects(waiting, 'AbortError', 'The operation was aborted');
  await assert.rejects(next, 'AbortError', 'The operation was aborted');
  assert.equal(told, true);
  assert.equal(emitter.listenerCount('never'), 0);
}
