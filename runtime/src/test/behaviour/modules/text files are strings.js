import note from './note.txt';
import page from './page.html';
import query from './query.sql';

export async function behaviour(assert, env, ctx) {
  assert.equal(note, 'some text\n');
  assert.equal(page, '<h1>page</h1>\n');
  assert.equal(query, 'SELECT 1;\n');
}
