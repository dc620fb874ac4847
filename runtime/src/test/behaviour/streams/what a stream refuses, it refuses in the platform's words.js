export default async function (assert) {
  const message = async (action) => {
    try {
      await action();
      return null;
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  };
  const locked = new ReadableStream();
  locked.getReader();
  assert.equal(await message(() => locked.getReader()), 'TypeError: This ReadableStream is currently locked to a reader.');
  assert.equal(await message(() => locked.cancel()), 'TypeError: This ReadableStream is currently locked to a reader.');
  assert.equal(
    await message(() => new ReadableStream().getReader({ mode: 'byob' })),
    'TypeError: This ReadableStream does not support BYOB reads.'
  );
  let controller;
  new ReadableStream({ start: (c) => void (controller = c) });
  controller.close();
  assert.equal(await message(() => controller.enqueue(1)), 'TypeError: Unable to enqueue');
  const writable = new WritableStream();
  const writer = writable.getWriter();
  assert.equal(await message(() => writable.getWriter()), 'TypeError: This WritableStream is currently locked to a writer.');
  await writer.close();
  assert.equal(await message(() => writer.write('x')), 'TypeError: This WritableStream has been closed.');
}
