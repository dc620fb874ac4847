import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const digests = {
    sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'RSA-SHA256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'sha512-256': '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23',
    'md5-sha1': '900150983cd24fb0d6963f7d28e17f72a9993e364706816aba3e25717850c26c9cd0d89d',
    sha224: '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7',
  };
  for (const [name, digest] of Object.entries(digests)) {
    assert.equal(crypto.createHash(name).update('a').update(Buffer.from('bc')).digest('hex'), digest);
  }
  assert.equal(crypto.createHash('SHA256').update('616263', 'hex').digest('base64'), 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=');
  assert(Buffer.isBuffer(crypto.createHash('md5').digest()));
  assert.equal(crypto.createHash('md5').digest('hex'), 'd41d8cd98f00b204e9800998ecf8427e');
}
