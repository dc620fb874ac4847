import { once } from 'node:events';

export async function behaviour(assert) {
  const target = new EventTarget();
  queueMicrotask(() => target.dispatchEvent(new Event('go')));
  const [event] = await once(target, 'go');
  assert.equal(event.type, 'go');
}
