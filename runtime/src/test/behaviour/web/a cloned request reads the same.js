export default async function (assert) {
  const request = new Request('http://example.com/', { method: 'PUT', body: 'x' });
  const clone = request.clone();
  assert.equal(clone.method, 'PUT');
  assert.equal(await clone.text(), 'x');
  assert.equal(await request.text(), 'x');
}
