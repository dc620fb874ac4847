export default async function (assert) {
  const { subtle } = crypto;
  const all = { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const cases = [
    [{ ...all, publicExponent: new Uint8Array([5]) }, 'OperationError', 'The "publicExponent" must be either 3 or 65537, but got 5.'],
    [{ ...all, publicExponent: undefined }, 'TypeError', 'Missing field "publicExponent" in "algorithm".'],
    [{ ...all, hash: undefined }, 'TypeError', 'Missing field "hash" in "algorithm".'],
    [{ ...all, modulusLength: undefined }, 'TypeError', 'Missing field "modulusLength" in "algorithm".'],
    [{ ...all, modulusLength: 0 }, 'OperationError', 'modulusLength must be greater than zero (requested 0).'],
    [{ ...all, modulusLength: 100 }, 'OperationError', 'The modulus length must be a multiple of 8 and between 256 and 16k, but 100 was requested.'],
    [{ ...all, modulusLength: 1032 }, 'OperationError', "Can't generate key: RSA key size is required to be a multiple of 128"],
  ];
  for (const [algorithm, name, message] of cases) await assert.rejects(subtle.generateKey(algorithm, true, ['sign', 'verify']), name, message);
  await assert.rejects(subtle.generateKey(all, true, ['encrypt']), 'SyntaxError', 'Attempt to generate RSA-PSS key with invalid usage "encrypt".');
}
