const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const pair = await subtle.generateKey({ name: 'ecdsa', namedCurve: 'p-256' }, true, ['sign', 'verify']);
  await assert.rejects(subtle.sign('ECDSA', pair.privateKey, text('a')), 'TypeError', 'Missing "hash" in AlgorithmIdentifier. (ECDSA requires that the hash algorithm be specified at call time rather than on the key. This differs from other WebCrypto algorithms for historical reasons.)');
  await assert.rejects(subtle.sign({ name: 'ECDSA', hash: 'x' }, pair.privateKey, text('a')), 'NotSupportedError', 'Unrecognized or unimplemented digest algorithm requested.');
  await assert.rejects(subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.publicKey, text('a')), 'InvalidAccessError', 'Requested key usage "sign" does not match any usage listed in this CryptoKey.');
  await assert.rejects(subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-999' }, true, ['sign']), 'NotSupportedError', 'Unrecognized or unimplemented EC curve "P-999" requested.');
  await assert.rejects(subtle.generateKey('ECDSA', true, ['sign']), 'TypeError', 'Missing field "namedCurve" in "algorithm".');
  await assert.rejects(subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']), 'SyntaxError', 'Attempt to generate asymmetric keys with no valid private key usages.');
}
