//! {"find_additional_modules": true, "rules": [{"type": "CommonJS", "globs": ["**/*.cjs"]}]}
import counter from './cjs/counter.cjs';

export async function behaviour(assert, env, ctx) {
  assert.equal(counter.next(), 1);
  assert.equal(counter.next(), 2);
}
