const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const { subtle } = crypto;
  const how = { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await subtle.generateKey(how, true, ['wrapKey', 'unwrapKey']);
  assert.deepEqual([pair.publicKey.usages, pair.privateKey.usages], [['wrapKey'], ['unwrapKey']]);
  const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const wrapped = await subtle.wrapKey('raw', key, pair.publicKey, 'RSA-OAEP');
  const again = await subtle.unwrapKey('raw', wrapped, pair.privateKey, 'RSA-OAEP', 'AES-GCM', true, ['encrypt']);
  assert.equal(toHex(await subtle.exportKey('raw', again)), toHex(await subtle.exportKey('raw', key)));
}
