const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const { subtle } = crypto;
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const jwk = await subtle.exportKey('jwk', pair.publicKey);
  assert.equal(JSON.stringify({ ...jwk, x: '' }), '{"kty":"OKP","key_ops":["verify"],"alg":"EdDSA","ext":true,"crv":"Ed25519","x":""}');
  const again = await subtle.importKey('jwk', jwk, 'Ed25519', true, ['verify']);
  assert.equal(toHex(await subtle.exportKey('raw', again)), toHex(await subtle.exportKey('raw', pair.publicKey)));
  const cases = [
    [{ ...jwk, crv: 'X25519' }, 'NotSupportedError', 'Only Ed25519 is supported but "X25519" was requested.'],
    [{ ...jwk, x: 'AAAA' }, 'DataError', 'Invalid length 3 for public key'],
    [{ ...jwk, x: undefined }, 'DataError', 'Invalid Ed25519 key in JSON WebKey; missing or invalid public key component ("x").'],
    [{ ...jwk, kty: 'EC' }, 'DataError', 'Ed25519 "jwk" key imports requires a JSON Web Key with Key Type parameter "kty" ("EC") equal to "OKP".'],
  ];
  for (const [wrong, name, message] of cases) await assert.rejects(subtle.importKey('jwk', wrong, 'Ed25519', true, ['verify']), name, message);
  await assert.rejects(subtle.exportKey('raw', pair.privateKey), 'InvalidAccessError', 'Raw export of Ed25519 keys is only allowed for public keys.');
}
