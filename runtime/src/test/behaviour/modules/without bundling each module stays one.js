//! {"no_bundle": true, "rules": [{"type": "ESModule", "globs": ["**/*.js", "**/*.mjs"]}]}
import { greeting } from './lang/fr.mjs';
import note from './note.txt';

export async function behaviour(assert, env, ctx) {
  assert.equal(greeting, 'bonjour');
  assert.equal(note, 'some text\n');
  const name = 'de';
  assert.equal((await import(`./lang/${name}.mjs`)).default, 'de');
}
