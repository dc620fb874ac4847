export default async function (assert) {
  const url = new URL('http://a/b');
  url.protocol = 'https';
  url.username = 'me';
  url.password = 'p@ss';
  url.host = 'c:81';
  url.pathname = 'x y';
  url.search = 'q=1';
  url.hash = 'top';
  assert.equal(url.href, 'https://me:p%40ss@c:81/x%20y?q=1#top');
  url.port = '443';
  url.hostname = 'd';
  url.search = '';
  url.hash = '';
  assert.equal(url.href, 'https://me:p%40ss@d/x%20y');
  url.protocol = 'mailto';
  url.port = 'x';
  assert.equal(url.href, 'https://me:p%40ss@d/x%20y');
  assert.throws(() => {
    url.href = 'nope';
  }, 'TypeError');
}
