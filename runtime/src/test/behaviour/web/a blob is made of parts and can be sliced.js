export default async function (assert) {
  const blob = new Blob(['ab', new Uint8Array([99]), new Blob(['d'])], { type: 'Text/Plain' });
  assert.equal(blob.size, 4);
  assert.equal(blob.type, 'text/plain');
  assert.equal(await blob.text(), 'abcd');
  assert.equal(await blob.slice(1, -1).text(), 'bc');
  assert.equal(await new Response(blob.stream()).text(), 'abcd');
  assert.equal(new Response(blob).headers.get('content-type'), 'text/plain');
  assert.equal((await new Response('x', { headers: { 'content-type': 'a/b' } }).blob()).type, 'a/b');
}
