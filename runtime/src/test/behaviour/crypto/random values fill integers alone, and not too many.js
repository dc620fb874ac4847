export default async function (assert) {
  for (const Type of [Int8Array, Uint8ClampedArray, Int16Array, Uint32Array, BigUint64Array]) {
    const array = new Type(64);
    assert.equal(crypto.getRandomValues(array), array);
    assert(array.some((value) => value != 0));
  }
  const part = new Uint8Array(new ArrayBuffer(64), 32, 16);
  crypto.getRandomValues(part);
  assert(new Uint8Array(part.buffer, 0, 32).every((byte) => byte === 0));
  const integers = 'ArrayBufferView argument to getRandomValues() must be an integer-typed view.';
  assert.throws(() => crypto.getRandomValues(new Float32Array(2)), 'TypeMismatchError', integers);
  assert.throws(() => crypto.getRandomValues(new DataView(new ArrayBuffer(4))), 'TypeMismatchError', integers);
  assert.throws(() => crypto.getRandomValues(new Uint8Array(65537)), 'QuotaExceededError', 'getRandomValues() only accepts buffers of size <= 64K but provided 65537 bytes.');
  assert.throws(() => crypto.getRandomValues(), 'TypeError', "Failed to execute 'getRandomValues' on 'Crypto': parameter 1 is not of type 'ArrayBufferView'.");
}
