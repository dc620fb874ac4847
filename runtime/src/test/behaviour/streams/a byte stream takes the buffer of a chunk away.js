export default async function (assert) {
  const chunk = new Uint8Array([1, 2, 3]);
  const stream = new ReadableStream({
    type: 'bytes',
    start(controller) {
      controller.enqueue(chunk);
      controller.close();
    },
  });
  assert.equal(chunk.byteLength, 0);
  assert.deepEqual([...(await stream.getReader().read()).value], [1, 2, 3]);
}
