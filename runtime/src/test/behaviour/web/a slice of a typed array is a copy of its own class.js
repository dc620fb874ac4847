export default async function (assert) {
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const part = bytes.slice(1, -1);
  bytes[1] = 9;
  assert.deepEqual(part, new Uint8Array([2, 3]));
  assert.equal(part.buffer.byteLength, 2);
  assert.deepEqual(new Float64Array([0.5, NaN, -0]).slice(1), new Float64Array([NaN, -0]));
  assert.deepEqual(new BigInt64Array([1n, 2n]).slice(-1), new BigInt64Array([2n]));
  assert.equal(bytes.slice(3, 1).length, 0);

  class Own extends Uint8Array {}
  assert.equal(new Own([1]).slice() instanceof Own, true);

  const resizable = new Uint8Array(new ArrayBuffer(2, { maxByteLength: 8 }));
  resizable.set([5, 6]);
  const fixed = resizable.slice();
  resizable.buffer.resize(8);
  assert.equal(fixed.length, 2);

  const { name, length } = Uint8Array.prototype.slice;
  assert.deepEqual([name, length], ['slice', 2]);
  assert.throws(() => Uint8Array.prototype.slice.call([1]), 'TypeError');
  assert.throws(() => Uint8Array.prototype.slice.call({ constructor: Uint8Array }), 'TypeError');
}
