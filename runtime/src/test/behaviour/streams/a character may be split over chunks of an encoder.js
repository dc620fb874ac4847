export default async function (assert) {
  const stream = ReadableStream.from(['\ud83d', '\ude00', 'a']).pipeThrough(new TextEncoderStream());
  assert.deepEqual([...new Uint8Array(await new Response(stream).arrayBuffer())], [240, 159, 152, 128, 97]);
}
