const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // Section 6.1: Bob's private key and Alice's public one.
  const { subtle } = crypto;
  const secret = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb';
  const bob = await subtle.importKey('pkcs8', hex('302e020100300506032b656e04220420' + secret), 'X25519', true, ['deriveBits']);
  const alice = await subtle.importKey('raw', hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'), 'X25519', true, []);
  const shared = await subtle.deriveBits({ name: 'X25519', public: alice }, bob, 256);
  assert.equal(toHex(shared), '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742');
  const jwk = await subtle.exportKey('jwk', bob);
  assert.equal(Uint8Array.fromBase64(jwk.x, { alphabet: 'base64url' }).toHex(), 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
  assert.equal(Uint8Array.fromBase64(jwk.d, { alphabet: 'base64url' }).toHex(), secret);
}
