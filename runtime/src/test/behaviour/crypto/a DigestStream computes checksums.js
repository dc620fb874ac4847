const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // The check values of each: "123456789".
  const checks = { crc32: 'cbf43926', crc32c: 'e3069283', crc64nvme: 'ae8b14860a799888' };
  for (const [name, check] of Object.entries(checks)) {
    const stream = new crypto.DigestStream(name);
    const writer = stream.getWriter();
    await writer.write('12345');
    await writer.write('6789');
    await writer.close();
    assert.equal(toHex(await stream.digest), check);
  }
}
