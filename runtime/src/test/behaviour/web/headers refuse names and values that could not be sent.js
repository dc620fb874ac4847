export default async function (assert) {
  const headers = new Headers();
  assert.throws(() => headers.set('a b', 'x'), 'TypeError', 'Invalid header name.');
  assert.throws(() => headers.get('a b'), 'TypeError', 'Invalid header name.');
  assert.throws(() => headers.append('a', 'x\r\ny'), 'TypeError', 'Invalid header value.');
  headers.set('a', '  padded\t');
  assert.equal(headers.get('a'), 'padded');
}
