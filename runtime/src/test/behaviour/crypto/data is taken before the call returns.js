const toHex = (bytes) => new Uint8Array(bytes).toHex();
const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const data = text('abc');
  const digest = crypto.subtle.digest('MD5', data);
  data.fill(0);
  assert.equal(toHex(await digest), '900150983cd24fb0d6963f7d28e17f72');
  const secret = text('key');
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
  secret.fill(0);
  assert.equal(toHex(await crypto.subtle.exportKey('raw', await key)), '6b6579');
}
