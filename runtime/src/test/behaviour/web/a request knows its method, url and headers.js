export default async function (assert) {
  const request = new Request('http://example.com/a/../b?c=d', { method: 'post', headers: { a: 'b' }, body: 'x' });
  assert.equal(request.method, 'POST');
  assert.equal(request.url, 'http://example.com/b?c=d');
  assert.equal(request.headers.get('a'), 'b');
  assert.equal(request.redirect, 'follow');
  assert.equal(await request.text(), 'x');
}
