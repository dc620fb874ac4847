//! {"find_additional_modules": true, "rules": [{"type": "CommonJS", "globs": ["**/*.cjs"]}]}
import a from './cjs/circle-a.cjs';
import b from './cjs/circle-b.cjs';

export async function behaviour(assert, env, ctx) {
  assert.equal(a.other, 'b');
  assert.equal(b.seen, 'a');
}
