export default async function (assert) {
  assert.equal(new TextDecoder('x-mac-cyrillic').decode(new Uint8Array([0x80, 0xa2, 0xb6, 0xff])), 'АҐґ€');
}
