export default async function (assert) {
  const { readable, writable } = new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk * 2);
    },
    flush(controller) {
      controller.enqueue('end');
    },
  });
  const writer = writable.getWriter();
  writer.write(1);
  writer.write(2);
  writer.close();
  const seen = [];
  for await (const chunk of readable) seen.push(chunk);
  assert.deepEqual(seen, [2, 4, 'end']);
}
