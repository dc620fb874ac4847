export default async function (assert) {
  const { readable, writable } = new FixedLengthStream(2);
  const reading = new Response(readable).text().catch(() => {});
  await assert.rejects(
    writable.getWriter().write(new Uint8Array(3)),
    'TypeError',
    'Attempt to write too many bytes through a FixedLengthStream.'
  );
  await reading;
}
