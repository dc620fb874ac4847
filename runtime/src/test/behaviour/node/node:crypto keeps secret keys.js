import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const key = crypto.createSecretKey(Buffer.from('abc'));
  assert.deepEqual([key.type, key.symmetricKeySize, String(key)], ['secret', 3, '[object KeyObject]']);
  assert.equal(key.export().toString(), 'abc');
  assert.equal(JSON.stringify(key.export({ format: 'jwk' })), '{"kty":"oct","ext":true,"k":"YWJj"}');
  assert.equal(key.equals(crypto.createSecretKey('abc', 'utf8')), true);
  assert.equal(key.equals(crypto.createSecretKey('abd', 'utf8')), false);
  assert.equal(crypto.generateKeySync('hmac', { length: 64 }).symmetricKeySize, 8);
  assert.equal(crypto.generateKeySync('aes', { length: 128 }).export().length, 16);
  assert.throws(() => new crypto.KeyObject(), 'Error', 'Illegal constructor');
  assert.throws(() => crypto.generateKeySync('foo', { length: 64 }), 'TypeError', "The argument 'type' must be one of: 'hmac', 'aes'. Received 'foo'");
  const web = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, ['encrypt']);
  assert.equal(crypto.KeyObject.from(web).export().equals(Buffer.from(await crypto.subtle.exportKey('raw', web))), true);
}
