import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  assert.deepEqual([...Buffer.from([256, -1, 3.7])], [0, 255, 3]);
  const shared = new ArrayBuffer(4);
  const view = Buffer.from(shared, 1, 2);
  view[0] = 9;
  assert.deepEqual([...new Uint8Array(shared)], [0, 9, 0, 0]);
  const original = Buffer.from('abc');
  const copy = Buffer.from(original);
  copy[0] = 120;
  assert.equal(original.toString(), 'abc');
  assert.equal(Buffer.from({ type: 'Buffer', data: [1, 2] }).length, 2);
  assert.equal(Buffer.from(new String('boxed')).toString(), 'boxed');
  assert.equal(Buffer.isBuffer(new Uint8Array(1)), false);
  assert.throws(
    () => Buffer.from(5),
    'TypeError',
    'The first argument must be of type string or an instance of Buffer, TypedArray, ArrayBuffer, SharedArrayBuffer, or Array or an Array-like Object. Received type number (5)'
  );
}
