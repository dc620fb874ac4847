export default async function (assert) {
  const response = Response.redirect('http://example.com/a b');
  assert.equal(response.status, 302);
  assert.equal(response.headers.get('location'), 'http://example.com/a%20b');
  assert.throws(() => response.headers.set('a', 'b'), 'TypeError', "Can't modify immutable headers.");
  assert.throws(
    () => Response.redirect('http://example.com/', 200),
    'RangeError',
    '200 is not a redirect status code. It must be one of: 301, 302, 303, 307, or 308.'
  );
}
