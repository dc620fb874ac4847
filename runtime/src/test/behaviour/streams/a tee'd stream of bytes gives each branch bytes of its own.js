export default async function (assert) {
  const stream = new ReadableStream({
    type: 'bytes',
    start(controller) {
      controller.enqueue(new Uint8Array([1, 2]));
      controller.close();
    },
  });
  const [first, second] = stream.tee();
  const { value: one } = await first.getReader().read();
  one[0] = 9;
  const { value: two } = await second.getReader({ mode: 'byob' }).read(new Uint8Array(4));
  assert.deepEqual([...one], [9, 2]);
  assert.deepEqual([...two], [1, 2]);
}
