export default async function (assert) {
  assert.equal(new Request(new URL('/x', 'http://example.com')).url, 'http://example.com/x');
  assert.throws(() => new Request('nowhere'), 'TypeError', 'Invalid URL: nowhere');
}
