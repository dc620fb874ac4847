export default async function (assert) {
  assert.throws(() => new FixedLengthStream(), 'TypeError', "Failed to construct 'FixedLengthStream': constructor parameter 1 is not of type 'bigint'.");
  assert.throws(() => new FixedLengthStream(-1), 'TypeError', 'The value cannot be converted because it is negative and this API expects a positive bigint.');
  assert.throws(() => new FixedLengthStream(2 ** 60), 'TypeError', 'FixedLengthStream requires an integer expected length less than 2^53.');
  assert(new FixedLengthStream(3n) instanceof IdentityTransformStream);
}
