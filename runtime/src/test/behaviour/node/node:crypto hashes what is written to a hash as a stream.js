import crypto from 'node:crypto';

export async function behaviour(assert) {
  const hash = crypto.createHash('md5');
  assert.equal(hash.readable && hash.writable, true);
  const read = new Promise((resolve) => hash.on('data', resolve));
  hash.write('ab');
  hash.end('c');
  assert.equal((await read).toString('hex'), '900150983cd24fb0d6963f7d28e17f72');
}
