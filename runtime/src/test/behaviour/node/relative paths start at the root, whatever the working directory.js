import path from 'node:path';

export async function behaviour(assert) {
  assert.equal(process.cwd(), '/bundle');
  assert.equal(path.resolve('a', 'b'), '/a/b');
  assert.equal(path.relative('a', '/b'), '../b');
}
