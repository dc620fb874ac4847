const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const algorithm = { name: 'NODE-ED25519', namedCurve: 'NODE-ED25519' };
  const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  assert.deepEqual(pair.publicKey.algorithm, algorithm);
  const signature = await subtle.sign('NODE-ED25519', pair.privateKey, text('hello'));
  const publicKey = await subtle.importKey('raw', await subtle.exportKey('raw', pair.publicKey), 'Ed25519', true, ['verify']);
  assert.equal(await subtle.verify('Ed25519', publicKey, signature, text('hello')), true);
  await assert.rejects(subtle.generateKey({ ...algorithm, namedCurve: 'x' }, true, ['sign']), 'NotSupportedError', 'EDDSA curve "x" isn\'t supported.');
  await assert.rejects(subtle.generateKey('NODE-ED25519', true, ['sign']), 'TypeError', 'Missing field "namedCurve" in "algorithm".');
}
