const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.generateKey({ name: 'AES-CBC', length: 256 }, true, ['encrypt', 'decrypt']);
  assert.deepEqual(key.algorithm, { name: 'AES-CBC', length: 256 });
  const jwk = await subtle.exportKey('jwk', key);
  assert.equal(jwk.alg, 'A256CBC');
  assert.equal(jwk.k.length, 43);
  const again = await subtle.importKey('jwk', jwk, 'AES-CBC', true, ['encrypt']);
  assert.equal(toHex(await subtle.exportKey('raw', again)), toHex(await subtle.exportKey('raw', key)));
  const k = 'AAAAAAAAAAAAAAAAAAAAAA';
  const cases = [
    [{ kty: 'oct', k, alg: 'A128CBC' }, 'Symmetric "jwk" key contains invalid "alg" value "A128CBC", expected "A128GCM".'],
    [{ kty: 'oct', k, key_ops: ['encrypt', 'encrypt'] }, 'Symmetric "jwk" key contains duplicate value "encrypt", in "key_op".'],
    [{ kty: 'oct', k, key_ops: ['decrypt'] }, '"jwk" key missing usage "encrypt", in "key_ops".'],
    [{ kty: 'oct', k, use: 'sig' }, 'Symmetric "jwk" key must have a "use" of "enc", not "sig".'],
    [{ kty: 'oct' }, 'Symmetric "jwk" key import requires a base64Url encoding of the key.'],
    [{ kty: 'oct', k: '!!!!' }, 'Symmetric "jwk" key import requires a base64Url encoding of the key.'],
    [{ kty: 'oct', k: 'AAAA' }, 'Imported AES key length must be 128, 192, or 256 bits but provided 24.'],
    [{ kty: 'oct', k, ext: false }, 'JWK ext field for "AES-GCM" is set to false but extractable is true'],
  ];
  for (const [wrong, message] of cases) {
    await assert.rejects(subtle.importKey('jwk', wrong, 'AES-GCM', true, ['encrypt']), 'DataError', message);
  }
}
