const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const pair = await subtle.generateKey({ name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify']);
  const sign = (algorithm) => subtle.sign(algorithm, pair.privateKey, text('a'));
  const missing = 'Failed to provide salt for RSA-PSS key operation which requires a salt';
  await assert.rejects(sign('RSA-PSS'), 'DataError', missing);
  await assert.rejects(subtle.verify('RSA-PSS', pair.publicKey, text('a'), text('a')), 'TypeError', missing);
  await assert.rejects(sign({ name: 'RSA-PSS', saltLength: 200 }), 'OperationError', 'key too small for signing with given digest and salt length');
  await assert.rejects(sign({ name: 'RSA-PSS', saltLength: -1 }), 'DataError', 'SaltLength for RSA-PSS must be non-negative (provided -1).');
  const small = await subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512', modulusLength: 512, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify']);
  await assert.rejects(subtle.sign('RSASSA-PKCS1-v1_5', small.privateKey, text('a')), 'OperationError', 'key too small for signing with given digest, need at least 768bits.');
}
