const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // Section 4.1 and 4.6.
  const { subtle } = crypto;
  const cases = [
    ['000102030405060708090a0b0c0d0e0f', '00112233445566778899aabbccddeeff', '1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5'],
    ['000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', '00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f', '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21'],
  ];
  for (const [wrapping, secret, wrapped] of cases) {
    const kek = await subtle.importKey('raw', hex(wrapping), 'AES-KW', false, ['wrapKey', 'unwrapKey']);
    const key = await subtle.importKey('raw', hex(secret), 'AES-GCM', true, ['encrypt']);
    assert.equal(toHex(await subtle.wrapKey('raw', key, kek, 'AES-KW')), wrapped);
    const unwrapped = await subtle.unwrapKey('raw', hex(wrapped), kek, 'AES-KW', 'AES-GCM', true, ['decrypt']);
    assert.equal(toHex(await subtle.exportKey('raw', unwrapped)), secret);
    assert.deepEqual(unwrapped.usages, ['decrypt']);
  }
}
