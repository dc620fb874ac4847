export default async function (assert) {
  const { readable, writable } = new FixedLengthStream(2);
  const reading = new Response(readable).text();
  const writer = writable.getWriter();
  writer.write(new Uint8Array(1)).catch(() => {});
  writer.close().catch(() => {});
  await assert.rejects(reading, 'TypeError', 'FixedLengthStream did not see all expected bytes before close().');
}
