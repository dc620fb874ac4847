//! {"minify": true}
import note from './note.txt';
const verboseName = (text) => text.length;

export async function behaviour(assert, env, ctx) {
  assert.equal(verboseName(note), 10);
  class Room {}
  assert.equal(Room.name, 'Room');
}
