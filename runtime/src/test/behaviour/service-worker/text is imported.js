import note from './note.txt';

globalThis.behaviour = async (assert) => {
  assert.equal(note, 'some text\n');
};
