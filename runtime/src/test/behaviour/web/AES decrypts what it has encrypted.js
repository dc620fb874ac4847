export default async function (assert) {
  for (const [name, ivBytes] of [['AES-GCM', 12], ['AES-CBC', 16]]) {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), name, false, ['encrypt', 'decrypt']);
    const algorithm = { name, iv: new Uint8Array(ivBytes).fill(1) };
    const secret = await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode('hello'));
    assert.equal(secret.byteLength, name === 'AES-GCM' ? 21 : 16);
    assert.equal(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, secret)), 'hello');
    const broken = new Uint8Array(secret);
    broken[0] ^= 1;
    if (name === 'AES-GCM') await assert.rejects(crypto.subtle.decrypt(algorithm, key, broken), 'OperationError');
  }
}
