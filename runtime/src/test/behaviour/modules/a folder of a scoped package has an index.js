import { deep } from '@scope/deep/sub';

export async function behaviour(assert, env, ctx) {
  assert.equal(deep, true);
}
