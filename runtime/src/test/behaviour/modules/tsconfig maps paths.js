import { value } from '@lib/mapped';

export async function behaviour(assert, env, ctx) {
  assert.equal(value, 'from the path mapping');
}
