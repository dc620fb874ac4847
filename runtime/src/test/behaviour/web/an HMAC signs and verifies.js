export default async function (assert) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const data = new TextEncoder().encode('The quick brown fox jumps over the lazy dog');
  const signature = await crypto.subtle.sign('HMAC', key, data);
  assert.equal(new Uint8Array(signature)[0], 0xf7);
  assert.equal(await crypto.subtle.verify('HMAC', key, signature, data), true);
  assert.equal(await crypto.subtle.verify('HMAC', key, new Uint8Array(32), data), false);
  assert.equal(key.type, 'secret');
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('raw', key), 'InvalidAccessError');
}
