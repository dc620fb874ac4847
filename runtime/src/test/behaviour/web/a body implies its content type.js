export default async function (assert) {
  const type = (body, init) => new Response(body, init).headers.get('content-type');
  assert.equal(type('text'), 'text/plain;charset=UTF-8');
  assert.equal(type(new URLSearchParams({ a: 'b' })), 'application/x-www-form-urlencoded;charset=UTF-8');
  assert.equal(type(new Uint8Array(1)), null);
  assert.equal(type('text', { headers: { 'Content-Type': 'text/css' } }), 'text/css');
}
