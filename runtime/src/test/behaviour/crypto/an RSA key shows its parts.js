export default async function (assert) {
  const { subtle } = crypto;
  const algorithm = { name: 'rsa-pss', hash: 'sha-256', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { name, modulusLength, publicExponent, hash } = pair.publicKey.algorithm;
  assert.deepEqual([name, modulusLength, hash], ['RSA-PSS', 1024, { name: 'SHA-256' }]);
  assert.deepEqual(publicExponent, new Uint8Array([1, 0, 1]));
  assert.deepEqual([pair.publicKey.extractable, pair.privateKey.extractable], [true, false]);
  assert.deepEqual([pair.publicKey.usages, pair.privateKey.usages], [['verify'], ['sign']]);
  assert.deepEqual([pair.publicKey.type, pair.privateKey.type], ['public', 'private']);
}
