export default async function (assert) {
  const pattern = new URLPattern({ pathname: '/books/:id/*' });
  const { inputs, protocol, hostname, pathname, search, hash } = pattern.exec('https://example.com/books/7/cover?size=2#top');
  assert.deepEqual(inputs, ['https://example.com/books/7/cover?size=2#top']);
  assert.equal(protocol.input, 'https');
  assert.equal(hostname.input, 'example.com');
  assert.equal(pathname.input, '/books/7/cover');
  assert.equal(pathname.groups.id, '7');
  assert.equal(pathname.groups[0], 'cover');
  assert.equal(search.input, 'size=2');
  assert.equal(hash.input, 'top');
}
