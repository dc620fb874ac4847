export default async function (assert) {
  const { subtle } = crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  await assert.rejects(subtle.exportKey('raw', pair.privateKey), 'InvalidAccessError', 'Raw export of elliptic curve keys is only allowed for public keys.');
  await assert.rejects(subtle.exportKey('pkcs8', pair.publicKey), 'InvalidAccessError', 'Asymmetric pkcs8 export requires private key (not "public").');
  await assert.rejects(subtle.exportKey('spki', pair.privateKey), 'InvalidAccessError', 'Asymmetric spki export requires public key (not "private").');
  await assert.rejects(subtle.exportKey('foo', pair.privateKey), 'InvalidAccessError', 'Cannot export "ECDSA" in "foo" format.');
  const hmac = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
  await assert.rejects(subtle.exportKey('spki', hmac), 'NotSupportedError', 'Unimplemented key export format "spki".');
}
