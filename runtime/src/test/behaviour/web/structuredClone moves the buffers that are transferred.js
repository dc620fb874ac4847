export default async function (assert) {
  const buffer = new Uint8Array([1, 2, 3]).buffer;
  const copy = structuredClone({ buffer }, { transfer: [buffer] });
  assert.equal(buffer.byteLength, 0);
  assert.equal(buffer.detached, true);
  assert.deepEqual(new Uint8Array(copy.buffer), new Uint8Array([1, 2, 3]));
}
