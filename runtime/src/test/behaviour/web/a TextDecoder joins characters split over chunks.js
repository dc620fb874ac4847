export default async function (assert) {
  const decoder = new TextDecoder();
  assert.equal(decoder.decode(new Uint8Array([0xe2, 0x82]), { stream: true }), '');
  assert.equal(decoder.decode(new Uint8Array([0xac])), '€');
}
