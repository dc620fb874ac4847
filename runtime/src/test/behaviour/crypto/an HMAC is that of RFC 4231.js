const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // Test cases 1 and 2.
  const cases = [
    ['0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', '4869205468657265', 'SHA-256', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['4a656665', '7768617420646f2079612077616e7420666f72206e6f7468696e673f', 'SHA-512', '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737'],
    ['4a656665', '7768617420646f2079612077616e7420666f72206e6f7468696e673f', 'SHA-384', 'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649'],
  ];
  for (const [secret, message, hash, mac] of cases) {
    const key = await crypto.subtle.importKey('raw', hex(secret), { name: 'HMAC', hash }, false, ['sign', 'verify']);
    assert.equal(toHex(await crypto.subtle.sign('HMAC', key, hex(message))), mac);
    assert.equal(await crypto.subtle.verify('HMAC', key, hex(mac), hex(message)), true);
    assert.equal(await crypto.subtle.verify('HMAC', key, hex(mac).subarray(1), hex(message)), false);
  }
}
