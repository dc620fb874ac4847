const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  // And, for SHA-256, as RFC 7914, section 11.
  const { subtle } = crypto;
  const derive = async (password, salt, iterations, hash, bytes) => {
    const key = await subtle.importKey('raw', text(password), 'PBKDF2', false, ['deriveBits']);
    return toHex(await subtle.deriveBits({ name: 'PBKDF2', hash, salt: text(salt), iterations }, key, bytes * 8));
  };
  assert.equal(await derive('password', 'salt', 1, 'SHA-1', 20), '0c60c80f961f0e71f3a9b524af6012062fe037a6');
  assert.equal(await derive('password', 'salt', 4096, 'SHA-1', 20), '4b007901b765489abead49d926f721d065a429c1');
  assert.equal(await derive('passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 4096, 'SHA-1', 25), '3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038');
  assert.equal(await derive('passwd', 'salt', 1, 'SHA-256', 32), '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc');
}
