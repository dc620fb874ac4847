const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // McGrew and Viega, test case 4 (a tag of 128 bits) and 16 (a key of 256 bits).
  const { subtle } = crypto;
  const plain = 'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
  const cases = [
    ['feffe9928665731c6d6a8f9467308308', '42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47'],
    ['feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b'],
  ];
  for (const [secret, sealed] of cases) {
    const key = await subtle.importKey('raw', hex(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
    const algorithm = { name: 'AES-GCM', iv: hex('cafebabefacedbaddecaf888'), additionalData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2') };
    assert.equal(toHex(await subtle.encrypt(algorithm, key, hex(plain))), sealed);
    assert.equal(toHex(await subtle.decrypt(algorithm, key, hex(sealed))), plain);
    const short = await subtle.encrypt({ ...algorithm, tagLength: 32 }, key, hex(plain));
    assert.equal(toHex(short), sealed.slice(0, -24));
    assert.equal(toHex(await subtle.decrypt({ ...algorithm, tagLength: 32 }, key, short)), plain);
  }
}
