export default async function (assert) {
  const { readable, writable } = new TransformStream();
  const all = [new ReadableStream(), new WritableStream(), readable, writable, readable.getReader(), writable.getWriter()];
  assert.deepEqual(all.map((one) => Reflect.ownKeys(one).length), [0, 0, 0, 0, 0, 0]);
}
