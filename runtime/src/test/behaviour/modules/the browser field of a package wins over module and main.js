import which from 'browser-field';

export async function behaviour(assert, env, ctx) {
  assert.equal(which, 'browser');
}
