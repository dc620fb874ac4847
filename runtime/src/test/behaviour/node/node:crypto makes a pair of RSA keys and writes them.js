import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  assert.deepEqual([publicKey.type, privateKey.type, publicKey.asymmetricKeyType], ['public', 'private', 'rsa']);
  assert.deepEqual([publicKey.asymmetricKeyDetails.modulusLength, publicKey.asymmetricKeyDetails.publicExponent], [1024, 65537n]);
  const labels = [
    [publicKey, 'spki', 'PUBLIC KEY'],
    [publicKey, 'pkcs1', 'RSA PUBLIC KEY'],
    [privateKey, 'pkcs8', 'PRIVATE KEY'],
    [privateKey, 'pkcs1', 'RSA PRIVATE KEY'],
  ];
  for (const [key, type, label] of labels) {
    const pem = key.export({ type, format: 'pem' });
    assert(pem.startsWith(`-----BEGIN ${label}-----\n`) && pem.endsWith(`\n-----END ${label}-----\n`), pem);
    const read = key.type === 'public' ? crypto.createPublicKey(pem) : crypto.createPrivateKey(pem);
    assert.equal(read.equals(key), true);
    const der = key.export({ type, format: 'der' });
    assert.equal(Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64').equals(der), true);
  }
  assert.equal(crypto.createPublicKey(privateKey).equals(publicKey), true);
  assert.equal(crypto.createPublicKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).equals(publicKey), true);
  assert.throws(() => publicKey.export({ format: 'pem' }), 'TypeError', 'Missing type option');
  assert.throws(() => crypto.createPrivateKey('abc'), 'Error', 'Failed to parse private key');
  assert.throws(() => crypto.createPublicKey('abc'), 'Error', 'Failed to parse public key');
}
