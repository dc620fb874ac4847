const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // SP 800-38A, F.2.1 and F.2.5: the first block; what follows it is the padding.
  const { subtle } = crypto;
  const cases = {
    '2b7e151628aed2a6abf7158809cf4f3c': '7649abac8119b246cee98e9b12e9197d',
    '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4': 'f58c4c04d6e5f1ba779eabfb5f7bfbd6',
  };
  const algorithm = { name: 'AES-CBC', iv: hex('000102030405060708090a0b0c0d0e0f') };
  const plain = '6bc1bee22e409f96e93d7e117393172a';
  for (const [secret, first] of Object.entries(cases)) {
    const key = await subtle.importKey('raw', hex(secret), 'AES-CBC', false, ['encrypt', 'decrypt']);
    const sealed = await subtle.encrypt(algorithm, key, hex(plain));
    assert.equal(sealed.byteLength, 32);
    assert.equal(toHex(sealed).slice(0, 32), first);
    assert.equal(toHex(await subtle.decrypt(algorithm, key, sealed)), plain);
  }
}
