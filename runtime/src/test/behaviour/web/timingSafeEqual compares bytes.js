export default async function (assert) {
  const bytes = (...values) => new Uint8Array(values);
  assert.equal(crypto.subtle.timingSafeEqual(bytes(1, 2), bytes(1, 2)), true);
  assert.equal(crypto.subtle.timingSafeEqual(bytes(1, 2), bytes(1, 3)), false);
  assert.throws(() => crypto.subtle.timingSafeEqual(bytes(1), bytes(1, 2)), 'TypeError', 'Input buffers must have the same byte length.');
}
