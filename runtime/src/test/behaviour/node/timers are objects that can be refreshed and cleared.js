import { setTimeout as wait } from 'node:timers/promises';

export async function behaviour(assert) {
  const timer = setTimeout(() => assert(false), 5);
  assert.equal(typeof timer, 'object');
  assert.equal(timer.hasRef(), true);
  assert.equal(timer.unref(), timer);
  assert.equal(timer.hasRef(), false);
  assert.equal(typeof +timer, 'number');
  clearTimeout(timer);
  assert.equal(await wait(1, 'done'), 'done');
  await assert.rejects(wait(1000, null, { signal: AbortSignal.abort() }), 'AbortError', 'The operation was aborted');
  assert.equal(await new Promise((resolve) => setImmediate(resolve, 7)), 7);
}
