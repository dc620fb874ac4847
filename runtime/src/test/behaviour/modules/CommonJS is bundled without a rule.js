import greet, { kind } from './lib/greet.cjs';

export async function behaviour(assert, env, ctx) {
  assert.equal(greet('you'), 'hello you');
  assert.equal(kind, 'cjs');
}
