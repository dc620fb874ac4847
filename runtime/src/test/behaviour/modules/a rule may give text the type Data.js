//! {"rules": [{"type": "Data", "globs": ["**/*.strange"], "fallthrough": true}]}
import strange from './a.strange';

export async function behaviour(assert, env, ctx) {
  assert.equal(new TextDecoder().decode(strange), 'strange text\n');
}
