export default async function (assert) {
  assert.throws(() => new HTMLRewriter(), 'Error', 'HTMLRewriter is not available in this version of Durascope');
  assert.throws(() => caches.default, 'Error', 'caches.default is not available in this version of Durascope');
  await assert.rejects(crypto.subtle.deriveBits({}, {}, 8), 'NotSupportedError', 'crypto.subtle.deriveBits() is not available in this version of Durascope');
  await assert.rejects(crypto.subtle.importKey('spki', new Uint8Array(1), 'RSA-OAEP', true, []), 'NotSupportedError');
}
