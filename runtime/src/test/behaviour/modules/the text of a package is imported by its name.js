import text from 'with-text/readme.txt';

export async function behaviour(assert, env, ctx) {
  assert.equal(text, 'text of a package\n');
}
