export async function behaviour(assert, env) {
  const put = await env.BUCKET.put('a/b', 'hello');
  assert.equal(put.key, 'a/b');
  assert.equal(put.size, 5);
  const object = await env.BUCKET.get('a/b');
  assert.equal(await object.text(), 'hello');
  assert.equal(object.version, put.version);
  assert.equal(object.etag, '5d41402abc4b2a76b9719d911017c592');
  assert.equal(object.httpEtag, '"5d41402abc4b2a76b9719d911017c592"');
  assert(object.uploaded instanceof Date);
  assert(Math.abs(object.uploaded - Date.now()) < 60_000);
}
