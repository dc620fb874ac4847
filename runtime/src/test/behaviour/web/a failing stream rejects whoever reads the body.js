export default async function (assert) {
  const stream = new ReadableStream({
    pull() {
      throw new RangeError('dry');
    },
  });
  await assert.rejects(new Response(stream).text(), 'RangeError', 'dry');
}
