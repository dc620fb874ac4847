const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  assert.equal(subtle.timingSafeEqual(text('abc'), text('abc').buffer), true);
  assert.equal(subtle.timingSafeEqual(text('abc'), text('abd')), false);
  assert.throws(() => subtle.timingSafeEqual(text('a'), text('ab')), 'TypeError', 'Input buffers must have the same byte length.');
  assert.throws(() => subtle.timingSafeEqual('a', 'a'), 'TypeError', "Failed to execute 'timingSafeEqual' on 'SubtleCrypto': parameter 1 is not of type 'BufferSource'.");
}
