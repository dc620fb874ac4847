const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const { subtle } = crypto;
  const a = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const b = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-521' }, true, ['deriveBits']);
  const c = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const derive = (peer) => subtle.deriveBits({ name: 'ECDH', public: peer }, a.privateKey, 256);
  await assert.rejects(derive(b.publicKey), 'InvalidAccessError', 'Private key for derivation is using curve "P-256" while public key is using "P-521".');
  await assert.rejects(derive(c.publicKey), 'InvalidAccessError', 'Private key for derivation is using "ECDH" while public key is using "ECDSA".');
  await assert.rejects(derive(a.privateKey), 'InvalidAccessError', 'The provided key has type "private", not "public"');
  const both = await Promise.all([
    subtle.deriveBits({ name: 'ECDH', public: b.publicKey }, b.privateKey, 528),
    subtle.deriveBits({ name: 'ECDH', public: b.publicKey }, b.privateKey),
  ]);
  assert.equal(toHex(both[0]), toHex(both[1]));
}
