export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
  const failed = (input, output) => `Decryption failed. This could be due to a ciphertext authentication failure, bad padding, incorrect CryptoKey, or another algorithm-specific reason. Input length was ${input}, output length expected to be ${output} for AES-GCM`;
  await assert.rejects(subtle.decrypt(algorithm, key, new Uint8Array(20)), 'OperationError', failed(4, 4));
  await assert.rejects(subtle.decrypt({ ...algorithm, tagLength: 32 }, key, new Uint8Array(20)), 'OperationError', failed(16, 16));
  await assert.rejects(subtle.decrypt(algorithm, key, new Uint8Array(1)), 'OperationError', 'Ciphertext length of 8 bits must be greater than or equal to the size of the AES-GCM tag length of 128 bits.');
  await assert.rejects(subtle.encrypt({ ...algorithm, tagLength: 33 }, key, new Uint8Array(1)), 'OperationError', 'Invalid AES-GCM tag length 33.');
  await assert.rejects(subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array() }, key, new Uint8Array(1)), 'OperationError', 'AES-GCM IV must not be empty.');
  await assert.rejects(subtle.encrypt('AES-GCM', key, new Uint8Array(1)), 'TypeError', 'Missing field "iv" in "algorithm".');
  await assert.rejects(subtle.encrypt({ name: 'AES-GCM', iv: 'abc' }, key, new Uint8Array(1)), 'TypeError', "Incorrect type for the 'iv' field on 'EncryptAlgorithm': the provided value is not of type 'BufferSource'.");
}
