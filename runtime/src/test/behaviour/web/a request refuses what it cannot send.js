export default async function (assert) {
  const url = 'http://example.com/';
  assert.throws(() => new Request(url, { body: 'x' }), 'TypeError', 'Request with a GET or HEAD method cannot have a body.');
  assert.throws(() => new Request(url, { method: 'no such' }), 'TypeError', 'Invalid HTTP method string: no such');
  assert.throws(() => new Request(url, { redirect: 'error' }), 'TypeError');
  assert.throws(() => new Request(url, { signal: {} }), 'TypeError');
}
