import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  const data = Buffer.from('hello');
  assert.equal(crypto.privateDecrypt(privateKey, crypto.publicEncrypt(publicKey, data)).toString(), 'hello');
  assert.equal(crypto.publicDecrypt(publicKey, crypto.privateEncrypt(privateKey, data)).toString(), 'hello');
  const options = { padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from('label') };
  const sealed = crypto.publicEncrypt({ ...options, key: publicKey.export({ type: 'spki', format: 'pem' }) }, data);
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  assert.equal(crypto.privateDecrypt({ ...options, key }, sealed).toString(), 'hello');
  assert.throws(() => crypto.privateDecrypt({ ...options, key, oaepLabel: undefined }, sealed), 'Error', 'Failed to cipher/decipher');
}
