const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // Test cases 1 and 4.
  const { subtle } = crypto;
  const cases = [
    ['SHA-256', '0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'],
    ['SHA-1', '0b0b0b0b0b0b0b0b0b0b0b', '085a01ea1b10f36933068b56efa5ad81a4f14b822f5b091568a9cdd4f155fda2c22e422478d305f3f896'],
  ];
  for (const [hash, secret, derived] of cases) {
    const key = await subtle.importKey('raw', hex(secret), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash, salt: hex('000102030405060708090a0b0c'), info: hex('f0f1f2f3f4f5f6f7f8f9') };
    assert.equal(toHex(await subtle.deriveBits(algorithm, key, 42 * 8)), derived);
    await assert.rejects(subtle.deriveBits(algorithm, key, 8 * 256 * 32), 'OperationError', 'HKDF deriveBits failed.');
    await assert.rejects(subtle.deriveBits({ ...algorithm, info: undefined }, key, 8), 'TypeError', 'Missing field "info" in "algorithm".');
  }
}
