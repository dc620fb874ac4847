const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const names = { 'SHA-1': 'RSA-OAEP', 'SHA-256': 'RSA-OAEP-256', 'SHA-384': 'RSA-OAEP-384', 'SHA-512': 'RSA-OAEP-512' };
  for (const [hash, alg] of Object.entries(names)) {
    const how = { name: 'RSA-OAEP', hash, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
    const pair = await subtle.generateKey(how, true, ['encrypt', 'decrypt']);
    const label = text('label');
    const sealed = await subtle.encrypt({ name: 'RSA-OAEP', label }, pair.publicKey, text('hello'));
    assert.equal(sealed.byteLength, 256);
    assert.deepEqual(new Uint8Array(await subtle.decrypt({ name: 'RSA-OAEP', label }, pair.privateKey, sealed)), text('hello'));
    await assert.rejects(subtle.decrypt('RSA-OAEP', pair.privateKey, sealed), 'OperationError', 'RSA-OAEP failed encrypt/decrypt.');
    await assert.rejects(subtle.encrypt('RSA-OAEP', pair.publicKey, new Uint8Array(250)), 'OperationError', 'RSA-OAEP failed encrypt/decrypt.');
    assert.equal((await subtle.exportKey('jwk', pair.publicKey)).alg, alg);
  }
}
