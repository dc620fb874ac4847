export default async function (assert) {
  assert.equal(new TextDecoder('iso-8859-10').decode(new Uint8Array([0x61, 0xa1, 0xbd, 0xff])), 'aĄ―ĸ');
}
