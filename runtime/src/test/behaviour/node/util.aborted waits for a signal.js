import { aborted } from 'node:util';

export async function behaviour(assert) {
  const controller = new AbortController();
  const waiting = aborted(controller.signal, {});
  controller.abort();
  await waiting;
  assert.equal(await aborted(AbortSignal.abort(), {}), undefined);
}
