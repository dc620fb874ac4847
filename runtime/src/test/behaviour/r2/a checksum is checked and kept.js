export async function behaviour(assert, env) {
  const bytes = new TextEncoder().encode('hello');
  const sha256 = await crypto.subtle.digest('SHA-256', bytes);
  const put = await env.BUCKET.put('k', 'hello', { sha256 });
  assert.deepEqual(put.checksums.sha256, sha256);
  const { checksums } = await env.BUCKET.head('k');
  assert.equal(
    JSON.stringify(checksums),
    '{"md5":"5d41402abc4b2a76b9719d911017c592",' +
      '"sha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}'
  );
  await env.BUCKET.put('k', 'hello', { sha1: 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d' });
  await assert.rejects(
    env.BUCKET.put('k', 'hello', { md5: '00000000000000000000000000000000' }),
    'Error',
    'put: The MD5 checksum you specified did not match what we received.\n' +
      'You provided a MD5 checksum with value: 00000000000000000000000000000000\n' +
      'Actual MD5 was: 5d41402abc4b2a76b9719d911017c592 (10037)'
  );
}
