const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const lengths = { 'P-256': 64, 'P-384': 96, 'P-521': 132 };
  for (const [namedCurve, length] of Object.entries(lengths)) {
    const { publicKey, privateKey } = await subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
    assert.deepEqual(publicKey.algorithm, { name: 'ECDSA', namedCurve });
    assert.deepEqual([publicKey.usages, privateKey.usages], [['verify'], ['sign']]);
    for (const hash of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
      const signature = await subtle.sign({ name: 'ECDSA', hash }, privateKey, text('hello'));
      assert.equal(signature.byteLength, length);
      assert.equal(await subtle.verify({ name: 'ECDSA', hash }, publicKey, signature, text('hello')), true);
      assert.equal(await subtle.verify({ name: 'ECDSA', hash }, publicKey, signature, text('hallo')), false);
    }
  }
}
