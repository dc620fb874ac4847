export default async function (assert) {
  const response = new Response(ReadableStream.from([new Uint8Array([65]), new Uint8Array([66])]));
  const clone = response.clone();
  assert.equal(await response.text(), 'AB');
  assert.equal(await clone.text(), 'AB');
}
