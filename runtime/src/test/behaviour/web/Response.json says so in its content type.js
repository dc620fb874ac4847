export default async function (assert) {
  const response = Response.json({ a: 1 }, { status: 201 });
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.equal(await response.text(), '{"a":1}');
  const own = Response.json([], { headers: { 'content-type': 'application/problem+json' } });
  assert.equal(own.headers.get('content-type'), 'application/problem+json');
}
