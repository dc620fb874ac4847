export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', new Uint8Array(16), 'AES-CBC', false, ['encrypt', 'decrypt']);
  const iv = new Uint8Array(16);
  const failed = (input, output) => `Decryption failed. This could be due to a ciphertext authentication failure, bad padding, incorrect CryptoKey, or another algorithm-specific reason. Input length was ${input}, output length expected to be ${output} for AES-CBC`;
  await assert.rejects(subtle.decrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(20)), 'OperationError', failed(20, 16));
  await assert.rejects(subtle.decrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(32)), 'OperationError', failed(32, 16));
  await assert.rejects(subtle.decrypt({ name: 'AES-CBC', iv }, key, new Uint8Array()), 'OperationError', failed(0, 0));
  await assert.rejects(subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(12) }, key, iv), 'OperationError', 'AES-CBC IV must be 16 bytes long (provided 12 bytes).');
  await assert.rejects(subtle.decrypt({ name: 'AES-CBC', iv: new Uint8Array(12) }, key, iv), 'OperationError', 'AES-CBC IV must be 16 bytes long (provided 12).');
}
