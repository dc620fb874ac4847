export default async function (assert) {
  const { subtle } = crypto;
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const spki = new Uint8Array(await subtle.exportKey('spki', pair.publicKey));
  const pkcs8 = await subtle.exportKey('pkcs8', pair.privateKey);
  const cases = [
    [['spki', new Uint8Array(10), ecdsa, true, ['verify']], 'DataError', 'Invalid SPKI input.'],
    [['pkcs8', new Uint8Array(), ecdsa, true, ['sign']], 'DataError', 'Invalid PKCS8 input.'],
    [['pkcs8', spki, ecdsa, true, ['sign']], 'DataError', 'Invalid PKCS8 input.'],
    [['spki', new Uint8Array([...spki, 0, 0]), ecdsa, true, ['verify']], 'DataError', 'Invalid 2 trailing bytes after SPKI input.'],
    [['spki', spki, { name: 'ECDSA', namedCurve: 'P-384' }, true, ['verify']], 'DataError', '"algorithm.namedCurve" "P-384" does not match the curve specified by the input key data.'],
    [['spki', spki, { name: 'ECDH', namedCurve: 'P-384' }, true, []], 'DataError', '"algorithm.namedCurve" "P-384", does not match the curve specified by the input key data.'],
    [['spki', spki, { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['verify']], 'DataError', 'Input was not an RSA key.'],
    [['spki', spki, { name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']], 'SyntaxError', 'Attempt to import public ECDH key with invalid usage "deriveBits".'],
    [['pkcs8', pkcs8, ecdsa, true, ['verify']], 'SyntaxError', 'Attempt to import private ECDSA key with invalid usage "verify".'],
    [['spki', spki, ecdsa, true, ['sign']], 'SyntaxError', 'Attempt to import public ECDSA key with invalid usage "sign".'],
  ];
  for (const [args, name, message] of cases) await assert.rejects(subtle.importKey(...args), name, message);
}
