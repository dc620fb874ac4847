//! {"preserve_file_names": true}
import note from './note.txt';

export async function behaviour(assert, env, ctx) {
  assert.equal(note, 'some text\n');
}
