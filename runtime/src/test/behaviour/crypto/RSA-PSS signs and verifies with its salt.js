const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  for (const hash of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
    const pair = await subtle.generateKey({ name: 'RSA-PSS', hash, modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify']);
    for (const saltLength of [0, 20]) {
      const signature = await subtle.sign({ name: 'RSA-PSS', saltLength }, pair.privateKey, text('hello'));
      assert.equal(await subtle.verify({ name: 'RSA-PSS', saltLength }, pair.publicKey, signature, text('hello')), true);
      assert.equal(await subtle.verify({ name: 'RSA-PSS', saltLength: saltLength + 1 }, pair.publicKey, signature, text('hello')), false);
      assert.equal(await subtle.verify({ name: 'RSA-PSS', saltLength }, pair.publicKey, text('a'), text('hello')), false);
    }
  }
}
