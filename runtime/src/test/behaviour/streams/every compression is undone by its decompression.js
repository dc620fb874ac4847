export default async function (assert) {
  for (const format of ['gzip', 'deflate', 'deflate-raw']) {
    const stream = new Blob(['hello']).stream();
    const back = stream.pipeThrough(new CompressionStream(format)).pipeThrough(new DecompressionStream(format));
    assert.equal(await new Response(back).text(), 'hello');
  }
}
