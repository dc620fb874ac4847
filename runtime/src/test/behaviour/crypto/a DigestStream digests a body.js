const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const stream = new crypto.DigestStream('MD5');
  await new Response('abc').body.pipeTo(stream);
  assert.equal(toHex(await stream.digest), '900150983cd24fb0d6963f7d28e17f72');
}
