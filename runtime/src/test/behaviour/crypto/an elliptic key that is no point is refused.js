export default async function (assert) {
  const { subtle } = crypto;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const raw = (bytes) => subtle.importKey('raw', bytes, algorithm, true, ['verify']);
  const off = new Uint8Array(65).fill(1);
  off[0] = 4;
  await assert.rejects(raw(off), 'DataError', 'Failed to import raw EC key data: Point is not on curve..');
  await assert.rejects(raw(new Uint8Array(10).fill(4)), 'DataError', 'Failed to import raw EC key data: Invalid point encoding..');
  await assert.rejects(raw(new Uint8Array()), 'DataError', 'Failed to import raw EC key data.');
  const jwk = await subtle.exportKey('jwk', (await subtle.generateKey(algorithm, true, ['sign'])).privateKey);
  const other = await subtle.exportKey('jwk', (await subtle.generateKey(algorithm, true, ['sign'])).privateKey);
  const cases = [
    [{ ...jwk, x: undefined }, 'DataError', 'Invalid EC key in JSON Web Key; missing "x".'],
    [{ ...jwk, x: jwk.y }, 'OperationError', 'Invalid EC key; public key coordinates "x" and "y" are invalid: Point is not on curve..'],
    [{ ...jwk, d: other.d }, 'DataError', 'Invalid EC key in JSON Web Key.'],
    [{ ...jwk, d: 'AAAA' }, 'OperationError', 'Invalid EC key; private key component "d" is invalid.'],
    [{ ...jwk, kty: 'RSA' }, 'DataError', 'Elliptic curve "jwk" key import requires a JSON Web Key with Key Type parameter "kty" ("RSA") equal to "EC".'],
    [{ ...jwk, alg: 'ES384' }, 'DataError', 'JSON Web Key Algorithm parameter "alg" ("ES384") does not match requested curve.'],
    [{ ...jwk, alg: 'X' }, 'NotSupportedError', 'Unrecognized or unimplemented algorithm "X" listed in JSON Web Key Algorithm parameter.'],
    [{ ...jwk, key_ops: ['verify'] }, 'DataError', 'All specified key usages must be present in the JSON Web Key\'s Key Operations parameter ("key_ops").'],
    [{ ...jwk, key_ops: ['sign', 'sign'] }, 'DataError', 'A JSON Web Key\'s Key Operations parameter ("key_ops") must not contain duplicates.'],
    [{ ...jwk, use: 'enc' }, 'DataError', 'Asymmetric "jwk" key import with usages requires a JSON Web Key with Public Key Use parameter "use" ("enc") equal to "sig".'],
  ];
  for (const [wrong, name, message] of cases) await assert.rejects(subtle.importKey('jwk', wrong, algorithm, true, ['sign']), name, message);
}
