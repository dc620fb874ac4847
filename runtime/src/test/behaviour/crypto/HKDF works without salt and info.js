const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // RFC 5869, test case 3.
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', hex('0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b'), 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array() };
  assert.equal(toHex(await subtle.deriveBits(algorithm, key, 42 * 8)), '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8');
}
