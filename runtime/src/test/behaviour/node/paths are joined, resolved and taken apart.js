import path, { posix, win32 } from 'node:path';

export async function behaviour(assert) {
  assert.equal(path, posix);
  assert.equal(path.join('/a', '..', 'b', './c'), '/b/c');
  assert.equal(path.resolve('/a/b', '../c'), '/a/c');
  assert.equal(path.relative('/a/b/c', '/a/d'), '../../d');
  assert.equal(path.basename('/a/file.txt', '.txt'), 'file');
  assert.equal(path.extname('archive.tar.gz'), '.gz');
  assert.deepEqual(path.parse('/home/user/file.txt'), { root: '/', dir: '/home/user', base: 'file.txt', ext: '.txt', name: 'file' });
  assert.equal(path.format({ dir: '/x', name: 'y', ext: '.z' }), '/x/y.z');
  assert.equal(path.isAbsolute('a'), false);
  assert.equal(win32.join('C:\\a', '..', 'b'), 'C:\\b');
  assert.equal(win32.basename('C:\\x\\y.z'), 'y.z');
  assert.throws(() => path.join(1), 'TypeError', 'The "path" argument must be of type string. Received type number (1)');
}
