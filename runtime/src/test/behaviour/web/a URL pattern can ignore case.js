export default async function (assert) {
  const pattern = new URLPattern('https://example.com/Books/:id', { ignoreCase: true });
  assert.equal(pattern.test('https://example.com/books/7'), true);
  assert.equal(pattern.test('https://example.com/BOOKS/7'), true);
  assert.equal(new URLPattern({ pathname: '/Books' }).test('https://example.com/books'), false);
}
