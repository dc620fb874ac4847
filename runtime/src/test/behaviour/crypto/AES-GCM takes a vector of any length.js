const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // McGrew and Viega, test case 5: a vector of 64 bits.
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', hex('feffe9928665731c6d6a8f9467308308'), 'AES-GCM', false, ['encrypt']);
  const algorithm = { name: 'AES-GCM', iv: hex('cafebabefacedbad'), additionalData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2') };
  const plain = 'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
  assert.equal(toHex(await subtle.encrypt(algorithm, key, hex(plain))), '61353b4c2806934a777ff51fa22a4755699b2a714fcdc6f83766e5f97b6c742373806900e49f24b22b097544d4896b424989b5e1ebac0f07c23f45983612d2e79e3b0785561be14aaca2fccb');
}
