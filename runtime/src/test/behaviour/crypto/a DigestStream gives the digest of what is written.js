const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const stream = new crypto.DigestStream('SHA-256');
  assert(stream instanceof WritableStream);
  assert.equal(stream.bytesWritten, 0n);
  const writer = stream.getWriter();
  await writer.write('a');
  await writer.write(text('b'));
  await writer.write(text('xc').buffer.slice(1));
  await writer.close();
  assert.equal(stream.bytesWritten, 3n);
  assert.equal(toHex(await stream.digest), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(stream.digest, stream.digest);
}
