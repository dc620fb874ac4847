export default async function (assert) {
  const bytes = [new Uint8Array([0xf0, 0x9f]), new Uint8Array([0x98, 0x80])];
  let text = '';
  for await (const chunk of ReadableStream.from(bytes).pipeThrough(new TextDecoderStream())) text += chunk;
  assert.equal(text, '\u{1f600}');
}
