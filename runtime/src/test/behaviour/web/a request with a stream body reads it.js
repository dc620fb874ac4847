export default async function (assert) {
  const body = ReadableStream.from([new TextEncoder().encode('abc')]);
  const request = new Request('http://example.com/', { method: 'POST', body });
  assert.equal(await request.text(), 'abc');
}
