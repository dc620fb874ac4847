const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const all = text('xxabcxx');
  const view = new DataView(all.buffer, 2, 3);
  assert.equal(toHex(await crypto.subtle.digest('MD5', view)), '900150983cd24fb0d6963f7d28e17f72');
  assert.equal(toHex(await crypto.subtle.digest('MD5', new Uint8Array())), 'd41d8cd98f00b204e9800998ecf8427e');
}
