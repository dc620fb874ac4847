export default async function (assert) {
  const pattern = new URLPattern({ pathname: '/books/:id' });
  assert.equal(pattern.exec('https://example.com/films/7'), null);
  assert.equal(pattern.test('https://example.com/films/7'), false);
  assert.equal(pattern.test('https://example.com/books/7'), true);
  assert.equal(pattern.test({ pathname: '/books/7' }), true);
  assert.equal(pattern.test('no url'), false);
  assert.equal(pattern.test('/books/7', 'https://example.com'), true);
}
