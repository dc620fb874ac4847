export default async function (assert) {
  const { readable, writable } = new TransformStream();
  const reading = readable.getReader().read();
  writable.abort(new RangeError('stop')).catch(() => {});
  await assert.rejects(reading, 'RangeError', 'stop');
}
