export default async function (assert) {
  assert.deepEqual(await new Response('{"a":[1]}').json(), { a: [1] });
  assert.deepEqual(await new Response('é').bytes(), new Uint8Array([0xc3, 0xa9]));
  assert.deepEqual(await new Response(new Uint8Array([1, 2])).arrayBuffer(), new Uint8Array([1, 2]).buffer);
  assert.equal(await new Response(new Uint8Array([0xef, 0xbb, 0xbf, 0x41])).text(), 'A');
  assert.equal(await new Response('\ufeffA').text(), 'A');
  assert.equal(await new Response(null).text(), '');
  await assert.rejects(new Response('{').json(), 'SyntaxError');
}
