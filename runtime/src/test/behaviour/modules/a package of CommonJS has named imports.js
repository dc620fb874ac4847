import { named, env as mode } from 'old-cjs';

export async function behaviour(assert, env, ctx) {
  assert.equal(named, 1);
  assert.equal(typeof mode, 'string');
}
