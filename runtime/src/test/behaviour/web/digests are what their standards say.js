export default async function (assert) {
  const data = new TextEncoder().encode('abc');
  const hex = async (name) => Array.from(new Uint8Array(await crypto.subtle.digest(name, data)), (b) => b.toString(16).padStart(2, '0')).join('');
  assert.equal(await hex('SHA-1'), 'a9993e364706816aba3e25717850c26c9cd0d89d');
  assert.equal(await hex({ name: 'sha-256' }), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(await hex('MD5'), '900150983cd24fb0d6963f7d28e17f72');
  assert.equal((await hex('SHA-384')).length, 96);
  assert.equal((await hex('SHA-512')).length, 128);
  await assert.rejects(crypto.subtle.digest('SHA-7', data), 'NotSupportedError');
}
