import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const [key, iv] = [Buffer.alloc(32), Buffer.alloc(16)];
  assert.throws(() => crypto.createCipheriv('nope', key, iv), 'Error', 'Unknown or unsupported cipher: nope');
  assert.throws(() => crypto.createCipheriv('aes-256-cbc', Buffer.alloc(3), iv), 'Error', 'Invalid key length');
  assert.throws(() => crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(3)), 'Error', 'Invalid initialization vector');
  assert.deepEqual(crypto.getCipherInfo('aes-256-gcm'), { name: 'id-aes256-GCM', nid: 901, blockSize: 1, ivLength: 12, keyLength: 32, mode: 'gcm' });
  assert.deepEqual(crypto.getCipherInfo('aes-128-cbc'), { name: 'AES-128-CBC', nid: 419, blockSize: 16, ivLength: 16, keyLength: 16, mode: 'cbc' });
  assert.equal(crypto.getCipherInfo('nope'), undefined);
  assert(crypto.getCiphers().includes('aes-256-gcm'));
}
