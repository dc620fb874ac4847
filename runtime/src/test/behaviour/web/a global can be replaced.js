export default async function (assert) {
  const original = globalThis.URL;
  globalThis.URL = 1;
  assert.equal(URL, 1);
  globalThis.URL = original;
  assert.equal(new URL('http://a').href, 'http://a/');
}
