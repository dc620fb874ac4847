import first from 'conditional';
import second from 'conditional/worker-only';
import third from 'conditional/browser-only';

export async function behaviour(assert, env, ctx) {
  assert.deepEqual([first, second, third], ['workerd', 'worker', 'browser']);
}
