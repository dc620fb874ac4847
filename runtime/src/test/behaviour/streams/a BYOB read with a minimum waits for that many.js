export default async function (assert) {
  let pulls = 0;
  const stream = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      pulls++;
      controller.enqueue(new Uint8Array([pulls, pulls, pulls]));
    },
  });
  const reader = stream.getReader({ mode: 'byob' });
  const { value, done } = await reader.read(new Uint8Array(8), { min: 5 });
  assert.deepEqual([...value], [1, 1, 1, 2, 2, 2]);
  assert.equal(value.buffer.byteLength, 8);
  assert(!done);
}
