const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' };
  const pair = await subtle.generateKey({ ...rsa, modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify']);
  const jwk = await subtle.exportKey('jwk', pair.privateKey);
  assert.deepEqual([jwk.kty, jwk.alg, jwk.e, jwk.key_ops], ['RSA', 'RS384', 'AQAB', ['sign']]);
  for (const part of ['n', 'd', 'p', 'q', 'dp', 'dq', 'qi']) assert.equal(typeof jwk[part], 'string');
  const pkcs8 = await subtle.exportKey('pkcs8', pair.privateKey);
  const fromJwk = await subtle.importKey('jwk', jwk, rsa, true, ['sign']);
  assert.equal(toHex(await subtle.exportKey('pkcs8', fromJwk)), toHex(pkcs8));
  const fromPkcs8 = await subtle.importKey('pkcs8', pkcs8, rsa, true, ['sign']);
  const spki = await subtle.exportKey('spki', pair.publicKey);
  const fromSpki = await subtle.importKey('spki', spki, rsa, true, ['verify']);
  assert.equal(toHex(await subtle.exportKey('spki', fromSpki)), toHex(spki));
  const signature = await subtle.sign(rsa.name, fromPkcs8, text('hello'));
  assert.equal(await subtle.verify(rsa.name, fromSpki, signature, text('hello')), true);
  await assert.rejects(subtle.exportKey('raw', pair.publicKey), 'InvalidAccessError', 'Cannot export "RSASSA-PKCS1-v1_5" in "raw" format.');
  await assert.rejects(subtle.importKey('raw', spki, rsa, true, ['verify']), 'NotSupportedError', 'Unrecognized key import format "raw".');
}
