export default async function (assert) {
  assert.equal(new TextDecoder('x-user-defined').decode(new Uint8Array([0x61, 0x80, 0xff])), 'a\uf780\uf7ff');
}
