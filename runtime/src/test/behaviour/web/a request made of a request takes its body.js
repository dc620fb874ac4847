export default async function (assert) {
  const first = new Request('http://example.com/', { method: 'POST', body: 'x', headers: { a: 'b' } });
  const second = new Request(first, { headers: { c: 'd' } });
  assert.equal(first.bodyUsed, true);
  assert.equal(second.method, 'POST');
  assert.equal(second.headers.get('a'), null);
  assert.equal(second.headers.get('c'), 'd');
  assert.equal(await second.text(), 'x');
  assert.throws(() => new Request(first), 'TypeError', 'Cannot reconstruct a Request with a used body.');
}
