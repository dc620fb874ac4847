const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const key = await crypto.subtle.importKey('raw', text('abc'), { name: 'hmac', hash: 'sha-256' }, true, ['verify', 'sign']);
  assert(key instanceof CryptoKey);
  assert.deepEqual(key.algorithm, { name: 'HMAC', hash: { name: 'SHA-256' }, length: 24 });
  assert.deepEqual(key.usages, ['sign', 'verify']);
  assert.equal(key.type, 'secret');
  assert.equal(key.extractable, true);
  assert.equal(String(key), '[object CryptoKey]');
  assert.throws(() => new CryptoKey(), 'TypeError', 'Illegal constructor');
}
