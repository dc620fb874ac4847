import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const mac = '9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab';
  assert.equal(crypto.createHmac('sha256', 'key').update('abc').digest('hex'), mac);
  assert.equal(crypto.createHmac('sha256', crypto.createSecretKey('key', 'utf8')).update('abc').digest('hex'), mac);
  assert.equal(crypto.createHmac('sha256', Buffer.from('key')).update('abc').digest('hex'), mac);
  const hmac = crypto.createHmac('sha256', 'key').update('abc');
  hmac.digest();
  assert.equal(hmac.digest('hex'), '');
  assert.throws(() => crypto.createHmac('nope', 'key'), 'Error', 'Digest method not supported');
  assert.throws(() => crypto.createHmac('sha256', 5), 'TypeError', 'The "key" argument must be of type string or an instance of ArrayBuffer, Buffer, ArrayBufferView, KeyObject, or CryptoKey. Received type number (5)');
}
