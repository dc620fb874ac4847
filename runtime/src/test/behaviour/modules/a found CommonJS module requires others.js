//! {"find_additional_modules": true, "rules": [{"type": "CommonJS", "globs": ["**/*.cjs"]}]}
import user from './cjs/user.cjs';
import counter from './cjs/counter.cjs';

export async function behaviour(assert, env, ctx) {
  assert.equal(user.next(), 1);
  assert.equal(counter.next(), 2);
  assert.equal(user.same, true);
}
