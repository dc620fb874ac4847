export default async function (assert) {
  const { subtle } = crypto;
  const long = await subtle.generateKey({ name: 'HMAC', hash: { name: 'SHA-512' } }, true, ['sign']);
  assert.equal(long.algorithm.length, 1024);
  const odd = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 7 }, true, ['sign']);
  const bytes = new Uint8Array(await subtle.exportKey('raw', odd));
  assert.equal(bytes.length, 1);
  assert.equal(bytes[0] & 1, 0);
  await assert.rejects(subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 0 }, true, ['sign']), 'OperationError', 'HMAC key length must be a non-zero unsigned long integer (requested 0).');
  await assert.rejects(subtle.importKey('raw', new Uint8Array(), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']), 'DataError', 'Imported HMAC key length (0) must be a non-zero value up to 7 bits less than, and no greater than, the bit length of the raw key data (0).');
}
