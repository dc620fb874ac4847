const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', text('pw'), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: text('s'), iterations: 1000 };
  const key = await subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  assert.deepEqual(key.algorithm, { name: 'AES-GCM', length: 256 });
  const hmac = await subtle.deriveKey(how, base, { name: 'HMAC', hash: 'SHA-1' }, true, ['sign']);
  assert.equal(hmac.algorithm.length, 512);
  assert.equal(toHex(await subtle.exportKey('raw', hmac)).startsWith(toHex(await subtle.exportKey('raw', key))), true);
  await assert.rejects(subtle.deriveKey(how, base, 'RSA-PSS', true, ['sign']), 'NotSupportedError', 'Unrecognized derived key type "RSA-PSS" requested.');
  await assert.rejects(subtle.deriveKey(how, base, { name: 'AES-GCM', length: 1 }, true, ['encrypt']), 'OperationError', 'Derived AES key must be 128, 192, or 256 bits in length but provided 1.');
  await assert.rejects(subtle.deriveKey(how, base, 'AES-GCM', true, ['encrypt']), 'TypeError', 'Missing field "length" in "derivedKeyParams".');
  await assert.rejects(subtle.deriveKey(how, base, { name: 'HMAC', hash: 'SHA-1', length: 0 }, true, ['sign']), 'TypeError', 'HMAC key length must be a non-zero unsigned long integer.');
}
