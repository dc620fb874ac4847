export default async function (assert) {
  assert.deepEqual(Object.keys(navigator), ['languages', 'language', 'platform', 'hardwareConcurrency', 'userAgent']);
  assert.equal(navigator.userAgent, 'Cloudflare-Workers');
  assert.equal(navigator.language, 'en');
  assert.deepEqual([...navigator.languages], ['en']);
  assert.equal(navigator.hardwareConcurrency, 1);
  assert.equal(navigator.platform.length >= 0, true);
}
