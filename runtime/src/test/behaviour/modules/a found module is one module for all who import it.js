//! {"find_additional_modules": true, "rules": [{"type": "ESModule", "globs": ["**/*.mjs"]}]}
import * as fr from './lang/fr.mjs';

export async function behaviour(assert, env, ctx) {
  const name = ['.', 'lang', 'fr.mjs'].join('/');
  assert(fr === (await import(name)));
}
