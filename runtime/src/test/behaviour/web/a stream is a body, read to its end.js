export default async function (assert) {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('one '));
      controller.enqueue(new TextEncoder().encode('two'));
      controller.close();
    },
  });
  const response = new Response(stream);
  assert.equal(response.body, stream);
  assert.equal(await response.text(), 'one two');
  assert.equal(response.bodyUsed, true);
  assert.throws(() => new Response(stream), 'TypeError');
}
