export async function behaviour(assert, env) {
  const put = (options) => env.BUCKET.put('k', 'v', options);
  await assert.rejects(put({ md5: 'abc' }), 'TypeError', 'MD5 is 32 hex characters, not 3');
  await assert.rejects(put({ sha1: new Uint8Array(3) }), 'TypeError', 'SHA-1 is 20 bytes, not 3');
  await assert.rejects(put({ md5: 'x'.repeat(32) }), 'TypeError', "Provided MD5 wasn't a valid hex string");
  await assert.rejects(
    put({ md5: new Uint8Array(16), sha1: new Uint8Array(20) }),
    'TypeError',
    'You cannot specify multiple hashing algorithms.'
  );
}
