export default async function (assert) {
  const released = async (promise) => promise.then(() => null, (error) => `${error.name}: ${error.message}`);
  const reader = new ReadableStream().getReader();
  reader.releaseLock();
  assert.equal(await released(reader.read()), 'TypeError: This ReadableStream reader has been released.');
  assert.equal(await released(reader.closed), 'TypeError: This ReadableStream reader has been released.');
  const writer = new WritableStream().getWriter();
  writer.releaseLock();
  assert.equal(await released(writer.write('x')), 'TypeError: This WritableStream writer has been released.');
}
