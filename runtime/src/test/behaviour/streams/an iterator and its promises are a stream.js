export default async function (assert) {
  const seen = [];
  for await (const chunk of ReadableStream.from([1, Promise.resolve(2)])) seen.push(chunk);
  assert.deepEqual(seen, [1, 2]);
}
