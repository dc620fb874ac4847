export default async function (assert) {
  const { subtle } = crypto;
  await assert.rejects(subtle.generateKey({ name: 'AES-GCM', length: 100 }, true, ['encrypt']), 'OperationError', 'Generated AES key length must be 128, 192, or 256 bits but requested 100.');
  await assert.rejects(subtle.generateKey('AES-GCM', true, ['encrypt']), 'TypeError', 'Missing field "length" in "algorithm".');
  await assert.rejects(subtle.importKey('raw', new Uint8Array(15), 'AES-CTR', true, ['encrypt']), 'DataError', 'Imported AES key length must be 128, 192, or 256 bits but provided 120.');
  await assert.rejects(subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, []), 'SyntaxError', 'Secret/private CryptoKeys must have at least one usage.');
}
