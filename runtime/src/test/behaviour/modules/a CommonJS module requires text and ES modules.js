//! {"find_additional_modules": true, "rules": [{"type": "CommonJS", "globs": ["**/*.cjs"]}, {"type": "ESModule", "globs": ["**/*.mjs"]}]}
import mixed from './cjs/mixed.cjs';

export async function behaviour(assert, env, ctx) {
  assert.equal(mixed.text, 'some text\n');
  assert.equal(mixed.de, 'de');
}
