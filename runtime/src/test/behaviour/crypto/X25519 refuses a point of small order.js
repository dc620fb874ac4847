export default async function (assert) {
  const { subtle } = crypto;
  const pair = await subtle.generateKey('X25519', true, ['deriveBits', 'deriveKey']);
  assert.deepEqual(pair.publicKey.usages, []);
  assert.deepEqual(pair.privateKey.usages, ['deriveKey', 'deriveBits']);
  const zero = await subtle.importKey('raw', new Uint8Array(32), 'X25519', true, []);
  const derive = (peer, bits) => subtle.deriveBits({ name: 'X25519', public: peer }, pair.privateKey, bits);
  await assert.rejects(derive(zero, 256), 'OperationError', 'Failed to derive EDDH key: public key routines INVALID_PEER_KEY.');
  await assert.rejects(derive(pair.publicKey, 264), 'OperationError', 'Derived key length (264 bits) is too long (should be at most 256 bits).');
  await assert.rejects(derive(undefined, 256), 'TypeError', 'Missing field "public" in "derivedKeyParams".');
  await assert.rejects(derive(pair.privateKey, 256), 'InvalidAccessError', 'The provided key has type "private", not "public"');
  const cut = new Uint8Array(await derive(pair.publicKey, 13));
  assert.equal(cut.length, 2);
  assert.equal(cut[1] & 7, 0);
  assert.equal((await derive(pair.publicKey, null)).byteLength, 32);
  assert.equal((await derive(pair.publicKey)).byteLength, 32);
}
