export default async function (assert) {
  const { subtle } = crypto;
  const pss = { name: 'RSA-PSS', hash: 'SHA-256' };
  const pair = await subtle.generateKey({ ...pss, modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify']);
  const jwk = await subtle.exportKey('jwk', pair.privateKey);
  assert.equal(jwk.alg, 'PS256');
  const cases = [
    [{ ...jwk, p: undefined }, 'DataError', 'Invalid RSA private key in JSON Web Key; if one Prime Factor or CRT Exponent/Coefficient parameter is present, then they must all be present ("p", "q", "dp", "dq", "qi").'],
    [{ ...jwk, n: undefined }, 'DataError', 'Invalid RSA key in JSON Web Key; missing or invalid Modulus parameter ("n").'],
    [{ ...jwk, alg: 'PS512' }, 'DataError', 'JSON Web Key Algorithm parameter "alg" ("PS512") does not match requested hash algorithm "PS512".'],
    [{ ...jwk, alg: 'X' }, 'NotSupportedError', 'Unrecognized or unimplemented algorithm "X" listed in JSON Web Key Algorithm parameter.'],
    [{ ...jwk, oth: [] }, 'NotSupportedError', 'Multi-prime private keys not supported.'],
    [{ ...jwk, kty: 'EC' }, 'DataError', 'RSASSA-PKCS1-v1_5 "jwk" key import requires a JSON Web Key with Key Type parameter "kty" ("EC") equal to "RSA".'],
  ];
  for (const [wrong, name, message] of cases) await assert.rejects(subtle.importKey('jwk', wrong, pss, true, ['sign']), name, message);
}
