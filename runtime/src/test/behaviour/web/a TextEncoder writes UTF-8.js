export default async function (assert) {
  assert.deepEqual(new TextEncoder().encode('é€\ud800'), new Uint8Array([0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xef, 0xbf, 0xbd]));
  const target = new Uint8Array(3);
  assert.deepEqual(new TextEncoder().encodeInto('aé€', target), { read: 2, written: 3 });
}
