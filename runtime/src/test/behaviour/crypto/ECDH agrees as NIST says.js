const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // CAVP, P-256, count 0.
  const { subtle } = crypto;
  const b64 = (string) => hex(string).toBase64({ alphabet: 'base64url', omitPadding: true });
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const peer = await subtle.importKey('raw', hex('04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac'), algorithm, true, []);
  const mine = await subtle.importKey('jwk', {
    kty: 'EC',
    crv: 'P-256',
    d: b64('7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534'),
    x: b64('ead218590119e8876b29146ff89ca61770c4edbbf97d38ce385ed281d8a6b230'),
    y: b64('28af61281fd35e2fa7002523acc85a429cb06ee6648325389f59edfce1405141'),
  }, algorithm, false, ['deriveBits', 'deriveKey']);
  const secret = '46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b';
  assert.equal(toHex(await subtle.deriveBits({ name: 'ECDH', public: peer }, mine, 256)), secret);
  assert.equal(toHex(await subtle.deriveBits({ name: 'ECDH', public: peer }, mine, null)), secret);
  assert.equal(toHex(await subtle.deriveBits({ name: 'ECDH', public: peer }, mine, 12)), '46f0');
  const key = await subtle.deriveKey({ name: 'ECDH', public: peer }, mine, { name: 'AES-GCM', length: 128 }, true, ['encrypt']);
  assert.equal(toHex(await subtle.exportKey('raw', key)), secret.slice(0, 32));
}
