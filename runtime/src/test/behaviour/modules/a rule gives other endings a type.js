//! {"rules": [{"type": "Text", "globs": ["**/*.strange"], "fallthrough": true}]}
import strange from './a.strange';
import note from './note.txt';

export async function behaviour(assert, env, ctx) {
  assert.equal(strange, 'strange text\n');
  assert.equal(note, 'some text\n');
}
