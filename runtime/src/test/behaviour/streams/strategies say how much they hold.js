export default async function (assert) {
  assert.equal(new CountQueuingStrategy({ highWaterMark: 3 }).highWaterMark, 3);
  assert.equal(new CountQueuingStrategy({ highWaterMark: 3 }).size(), 1);
  assert.equal(new ByteLengthQueuingStrategy({ highWaterMark: 3 }).size(new Uint8Array(4)), 4);
}
