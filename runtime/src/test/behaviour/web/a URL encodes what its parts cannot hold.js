export default async function (assert) {
  const url = new URL('http://a/ö<>`{}?"\'<>ö#`<>ö');
  assert.equal(url.pathname, '/%C3%B6%3C%3E%60%7B%7D');
  assert.equal(url.search, '?%22%27%3C%3E%C3%B6');
  assert.equal(url.hash, '#%60%3C%3E%C3%B6');
  assert.equal(new URL('foo:a b?q').href, 'foo:a b?q');
}
