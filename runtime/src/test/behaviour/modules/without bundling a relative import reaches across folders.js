//! {"no_bundle": true, "rules": [{"type": "ESModule", "globs": ["**/*.js", "**/*.mjs"]}, {"type": "CommonJS", "globs": ["**/*.cjs"]}]}
import user from './cjs/user.cjs';
import inner from './lib/inner.js';

export async function behaviour(assert, env, ctx) {
  assert.equal(inner, 'inner');
  assert.equal(user.same, true);
}
