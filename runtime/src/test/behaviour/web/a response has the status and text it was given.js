export default async function (assert) {
  const response = new Response('hi', { status: 418, statusText: 'Short', headers: { a: 'b' } });
  assert.equal(response.status, 418);
  assert.equal(response.statusText, 'Short');
  assert.equal(response.ok, false);
  assert.equal(response.headers.get('a'), 'b');
  assert.equal(new Response(null).statusText, '');
  assert.equal(new Response(null, { status: 404 }).statusText, '');
}
