export default async function (assert) {
  for (const format of ['gzip', 'deflate', 'deflate-raw']) {
    const packed = new Response('abc'.repeat(1000)).body.pipeThrough(new CompressionStream(format));
    const bytes = await new Response(packed).bytes();
    assert(bytes.length < 100);
    const unpacked = new Response(bytes).body.pipeThrough(new DecompressionStream(format));
    assert.equal(await new Response(unpacked).text(), 'abc'.repeat(1000));
  }
}
