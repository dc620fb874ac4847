export default async function (assert) {
  assert.equal(new TextDecoder('iso-8859-14').decode(new Uint8Array([0x61, 0xa1, 0xd0, 0xff])), 'aḂŴÿ');
}
