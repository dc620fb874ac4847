export default async function (assert) {
  const broken = new Response(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).body;
  await assert.rejects(new Response(broken.pipeThrough(new DecompressionStream('gzip'))).text(), 'TypeError');
  assert.throws(() => new CompressionStream('zip'), 'TypeError');
}
