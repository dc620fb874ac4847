export default async function (assert) {
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const response = new Response(bytes.subarray(1, 3));
  bytes.fill(9);
  assert.deepEqual(await response.bytes(), new Uint8Array([2, 3]));
}
