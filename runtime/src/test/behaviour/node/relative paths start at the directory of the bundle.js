import path from 'node:path';

export async function behaviour(assert) {
  assert.equal(process.cwd(), '/bundle');
  assert.equal(path.resolve('a', 'b'), '/bundle/a/b');
}
