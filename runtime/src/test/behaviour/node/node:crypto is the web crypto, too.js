import crypto from 'node:crypto';

export async function behaviour(assert) {
  assert.equal(crypto.webcrypto, globalThis.crypto);
  assert.equal(crypto.subtle, globalThis.crypto.subtle);
  assert.equal(crypto.CryptoKey, CryptoKey);
  assert.equal(crypto.getRandomValues(new Uint8Array(4)).length, 4);
  assert.equal(crypto.constants.RSA_PKCS1_PADDING, 1);
  assert(crypto.getHashes().includes('RSA-SHA256'));
  assert(crypto.getCurves().includes('prime256v1'));
  assert.equal(crypto.fips, true);
  assert.throws(() => crypto.setEngine('x'), 'Error', 'The setEngine method is not implemented');
  assert.throws(() => crypto.createCipher('aes'), 'Error', 'The createCipher method is not implemented');
}
