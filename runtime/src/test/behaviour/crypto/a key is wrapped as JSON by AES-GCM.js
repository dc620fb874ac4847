const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const wrapping = await subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['wrapKey', 'unwrapKey', 'decrypt', 'encrypt']);
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const wrapped = await subtle.wrapKey('jwk', pair.privateKey, wrapping, algorithm);
  const jwk = JSON.parse(new TextDecoder().decode(await subtle.decrypt(algorithm, wrapping, wrapped)));
  assert.equal(jwk.crv, 'P-256');
  const key = await subtle.unwrapKey('jwk', wrapped, wrapping, algorithm, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const signature = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, text('hello'));
  assert.equal(await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, pair.publicKey, signature, text('hello')), true);
  const noKey = await subtle.encrypt(algorithm, wrapping, text('nope'));
  await assert.rejects(subtle.unwrapKey('jwk', noKey, wrapping, algorithm, 'AES-CBC', true, ['encrypt']), 'SyntaxError');
}
