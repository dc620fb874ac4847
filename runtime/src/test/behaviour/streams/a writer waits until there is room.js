export default async function (assert) {
  const taken = [];
  const stream = new WritableStream(
    {
      async write(chunk) {
        await null;
        taken.push(chunk);
      },
    },
    new CountQueuingStrategy({ highWaterMark: 2 })
  );
  const writer = stream.getWriter();
  assert.equal(writer.desiredSize, 2);
  writer.write('a');
  writer.write('b');
  assert.equal(writer.desiredSize, 0);
  await writer.ready;
  assert.deepEqual(taken, ['a']);
  await writer.close();
  assert.deepEqual(taken, ['a', 'b']);
}
