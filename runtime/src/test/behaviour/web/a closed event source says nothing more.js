export default async function (assert) {
  const { readable, writable } = new TransformStream();
  const writer = writable.getWriter();
  const source = EventSource.from(readable);
  const first = new Promise((resolve) => {
    source.onmessage = resolve;
  });
  writer.write(new TextEncoder().encode('data: 1\n\n')).catch(() => {});
  assert.equal((await first).data, '1');
  const seen = [];
  source.onmessage = (event) => {
    seen.push(event.data);
  };
  source.close();
  assert.equal(source.readyState, EventSource.CLOSED);
  writer.write(new TextEncoder().encode('data: 2\n\n')).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(seen, []);
}
