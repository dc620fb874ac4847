const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // Section 7.1, tests 1 and 3.
  const { subtle } = crypto;
  const cases = [
    ['9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ];
  for (const [secret, open, message, signed] of cases) {
    const pkcs8 = hex('302e020100300506032b657004220420' + secret);
    const key = await subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    assert.equal(toHex(await subtle.sign('Ed25519', key, hex(message))), signed);
    assert.equal(toHex(await subtle.exportKey('pkcs8', key)), toHex(pkcs8));
    const jwk = await subtle.exportKey('jwk', key);
    assert.equal(Uint8Array.fromBase64(jwk.x, { alphabet: 'base64url' }).toHex(), open);
    const publicKey = await subtle.importKey('raw', hex(open), { name: 'ed25519' }, true, ['verify']);
    assert.deepEqual(publicKey.algorithm, { name: 'Ed25519' });
    assert.equal(await subtle.verify('Ed25519', publicKey, hex(signed), hex(message)), true);
    assert.equal(await subtle.verify('Ed25519', publicKey, new Uint8Array(64), hex(message)), false);
    await assert.rejects(subtle.verify('Ed25519', publicKey, new Uint8Array(1), hex(message)), 'OperationError', 'Invalid Ed25519 signature length 1');
  }
}
