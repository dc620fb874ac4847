export default async function (assert) {
  const response = new Response('abc');
  assert(response.body instanceof ReadableStream);
  assert.equal(response.bodyUsed, false);
  assert.equal(await response.text(), 'abc');
}
