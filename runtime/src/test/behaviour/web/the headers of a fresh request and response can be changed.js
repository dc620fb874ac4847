export default async function (assert) {
  const response = new Response('x');
  response.headers.set('a', 'b');
  response.headers.append('content-type', 'more');
  assert.equal(response.headers.get('content-type'), 'text/plain;charset=UTF-8, more');
  const request = new Request('http://a/', { method: 'POST', body: 'x' });
  request.headers.delete('content-type');
  assert.equal(request.headers.has('content-type'), false);
}
