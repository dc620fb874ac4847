import fs, { existsSync, mkdirSync, readFileSync, writeFileSync, readdirSync, statSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

export async function behaviour(assert) {
  assert.equal(existsSync('/etc/passwd'), false);
  mkdirSync('/tmp/a/b', { recursive: true });
  writeFileSync('/tmp/a/b/x.txt', 'text');
  assert.equal(readFileSync('/tmp/a/b/x.txt', 'utf8'), 'text');
  await writeFile('/tmp/a/y.bin', Buffer.from([1, 2, 3]));
  assert.deepEqual([...(await readFile('/tmp/a/y.bin'))], [1, 2, 3]);
  assert.deepEqual(readdirSync('/tmp/a').sort(), ['b', 'y.bin']);
  assert.equal(statSync('/tmp/a').isDirectory(), true);
  assert.equal(await new Promise((resolve) => fs.readFile('/tmp/a/b/x.txt', 'utf8', (error, data) => resolve(data))), 'text');
  rmSync('/tmp/a', { recursive: true });
  assert.equal(existsSync('/tmp/a'), false);
  try {
    readFileSync('/tmp/none');
  } catch (error) {
    assert.equal(error.code, 'ENOENT');
  }
}
