const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', text('pw'), 'PBKDF2', false, ['deriveBits', 'deriveKey']);
  assert.deepEqual(key.algorithm, { name: 'PBKDF2' });
  const all = { name: 'PBKDF2', hash: 'SHA-256', salt: text('s'), iterations: 1 };
  const without = (field) => ({ ...all, [field]: undefined });
  const cases = [
    [{ ...all, iterations: 0 }, 8, 'OperationError', 'PBKDF2 requires a positive iteration count (requested 0).'],
    [all, null, 'OperationError', 'PBKDF2 cannot derive a key with null length.'],
    [all, 13, 'OperationError', 'PBKDF2 requires a derived key length that is a multiple of eight (requested 13).'],
    [all, -1, 'TypeError', 'deriveBits length must be an unsigned long integer.'],
    [without('salt'), 8, 'TypeError', 'Missing field "salt" in "algorithm".'],
    [without('iterations'), 8, 'TypeError', 'Missing field "iterations" in "algorithm".'],
    [without('hash'), 8, 'TypeError', 'Missing field "hash" in "algorithm".'],
    [all, 8 * 256 * 32, 'OperationError', 'Pbkdf2 failed: derived key length exceeds maximum for this hash'],
  ];
  for (const [algorithm, length, name, message] of cases) {
    await assert.rejects(subtle.deriveBits(algorithm, key, length), name, message);
  }
  assert.equal((await subtle.deriveBits(all, key, 0)).byteLength, 0);
  await assert.rejects(subtle.importKey('raw', text('pw'), 'PBKDF2', true, ['deriveBits']), 'SyntaxError', 'PBKDF2 key cannot be extractable.');
  await assert.rejects(subtle.importKey('jwk', { kty: 'oct', k: 'AA' }, 'PBKDF2', false, ['deriveBits']), 'NotSupportedError', 'PBKDF2 key must be imported in "raw" format (requested "jwk").');
}
