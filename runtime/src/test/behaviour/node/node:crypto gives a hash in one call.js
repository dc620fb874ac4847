import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  assert.equal(crypto.hash('sha1', 'abc'), 'a9993e364706816aba3e25717850c26c9cd0d89d');
  assert.equal(crypto.hash('sha1', Buffer.from('abc'), 'base64'), 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0=');
  assert(Buffer.isBuffer(crypto.hash('md5', 'abc', 'buffer')));
}
