import timers from 'node:timers';
import { setInterval as every, setImmediate as soon, scheduler } from 'node:timers/promises';

export async function behaviour(assert) {
  let ran = 0;
  const immediate = timers.setImmediate(() => ran++);
  timers.clearImmediate(immediate);
  const timeout = timers.setTimeout(() => ran++, 1);
  timers.clearTimeout(timeout);
  assert.equal(await soon('now'), 'now');
  let count = 0;
  for await (const value of every(1, 'v')) {
    assert.equal(value, 'v');
    if (++count === 3) break;
  }
  await scheduler.wait(1);
  assert.equal(ran, 0);
}
