export default async function (assert) {
  const { readable, writable } = new IdentityTransformStream();
  const writer = writable.getWriter();
  const writing = (async () => {
    await writer.write(new TextEncoder().encode('one '));
    await writer.write(new TextEncoder().encode('two'));
    await writer.close();
  })();
  assert.equal(await new Response(readable).text(), 'one two');
  await writing;
}
