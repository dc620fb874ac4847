const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const { subtle } = crypto;
  for (const [namedCurve, pkcs8Length, spkiLength] of [['P-256', 138, 91], ['P-384', 185, 120], ['P-521', 241, 158]]) {
    const algorithm = { name: 'ECDSA', namedCurve };
    const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const pkcs8 = await subtle.exportKey('pkcs8', pair.privateKey);
    const spki = await subtle.exportKey('spki', pair.publicKey);
    assert.deepEqual([pkcs8.byteLength, spki.byteLength], [pkcs8Length, spkiLength]);
    const jwk = await subtle.exportKey('jwk', pair.privateKey);
    const fromPkcs8 = await subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
    const fromJwk = await subtle.importKey('jwk', jwk, algorithm, true, ['sign']);
    assert.equal(JSON.stringify(await subtle.exportKey('jwk', fromPkcs8)), JSON.stringify(jwk));
    assert.equal(toHex(await subtle.exportKey('pkcs8', fromJwk)), toHex(pkcs8));
    const fromSpki = await subtle.importKey('spki', spki, algorithm, true, ['verify']);
    const raw = await subtle.exportKey('raw', fromSpki);
    assert.equal(toHex(spki).endsWith(toHex(raw)), true);
    const publicJwk = await subtle.exportKey('jwk', pair.publicKey);
    assert.deepEqual([publicJwk.x, publicJwk.y, publicJwk.d], [jwk.x, jwk.y, undefined]);
  }
}
