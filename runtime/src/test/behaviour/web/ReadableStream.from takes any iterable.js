export default async function (assert) {
  const seen = [];
  for await (const value of ReadableStream.from([1, 2, 3])) seen.push(value);
  assert.deepEqual(seen, [1, 2, 3]);
}
